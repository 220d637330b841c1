// NutUI on demand: a component brings its own script and style, nothing else of the library.
const nutuiFolder = (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`;

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
  plugins: [
    [
      'import',
      {
        libraryName: '@nutui/nutui-react-taro',
        camel2DashComponentName: false,
        customName: (name) => `${nutuiFolder(name)}/index.js`,
        style: (name) => name.replace('/index.js', '/style/css'),
      },
      'nutui-react',
    ],
  ],
};
