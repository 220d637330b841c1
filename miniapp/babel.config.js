const { MINIMUM_ENGINES } = require('./config/minimum-phones.cjs');

module.exports = {
  plugins: [require('./config/client-endpoints.cjs'), require('./config/pure-shared.cjs')],
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        targets: { browsers: MINIMUM_ENGINES },
        // Up to iOS 15 WeChat puts a Promise of its own before the engine's. An engine's `async` would go past it: another
        // order of callbacks, and rejections that wx.onUnhandledRejection never hears of.
        include: ['@babel/plugin-transform-async-to-generator'],
        // An absolute path would be part of what is built: the same commit, other bytes in another folder.
        absoluteRuntime: false,
      },
    ],
  ],
};
