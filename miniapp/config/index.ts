import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const root = path.resolve(__dirname, '..');
const sharedSource = path.resolve(root, '../shared/src');
const platform = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp';

/**
 * NutUI is drawn for 375 wide screens, our pages for 750. Taro copies this function's text into the H5 bundle: it must
 * use nothing from outside and no syntax that the compiler replaces by a helper (`typeof`, `?.`).
 */
const designWidth = (input?: number | string | { file?: string }): number =>
  input && /@nutui/.test(String((input as { file?: string }).file || input)) ? 375 : 750;

export default defineConfig({
  projectName: 'certificate-acceptance',
  date: '2026-11-22',
  designWidth,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${platform}`,
  plugins: [
    '@tarojs/plugin-platform-weapp',
    '@tarojs/plugin-platform-h5',
    '@tarojs/plugin-framework-react',
    path.resolve(__dirname, 'accessible-templates.ts'),
  ],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: {
    enable: true,
    // The list of pages stands in routes.ts, which Taro does not know: without it a new page is missing until the cache goes.
    buildDependencies: { routes: [path.resolve(root, 'src/routes.ts')] },
  },
  defineConstants: {
    MINIAPP_API_BASE_URL: JSON.stringify(process.env.MINIAPP_API_BASE_URL ?? 'http://127.0.0.1:3000/api'),
  },
  mini: {
    compile: { include: [sharedSource] },
    // Every component has its own class names: the order of their rules does not matter.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    webpackChain(chain) {
      const rule = chain.module.rule('mini-program-global').test(/[\\/]sm-crypto-v2[\\/]dist[\\/]/);
      rule.use('mini-program-global').loader(path.resolve(__dirname, 'mini-program-global.cjs'));
    },
  },
  h5: {
    compile: { include: [sharedSource] },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    webpackChain(chain) {
      const splitting = chain.optimization.get('splitChunks') as { cacheGroups: Record<string, object> };
      // What two pages share is loaded once, not once a page.
      const shared = { name: 'shared', chunks: 'async', minChunks: 2, priority: 1, enforce: true };
      chain.optimization.splitChunks({ ...splitting, cacheGroups: { ...splitting.cacheGroups, shared } });
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    // Letters grow with the screen up to a large phone's width, not with a PC's.
    postcss: {
      autoprefixer: { enable: true },
      cssModules: { enable: false },
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 17, maxRootSize: 22 } },
    },
  },
});
