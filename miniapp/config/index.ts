import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { leftComponents } from './lean-templates';
import { MINIMUM_ENGINES } from './minimum-phones.cjs';
import { PortableSplitChunksPlugin } from './portable-split-chunks';
import { RefuseOldPhonesPlugin } from './refuse-old-phones';

const root = path.resolve(__dirname, '..');
const nodeModules = path.resolve(root, '../node_modules');
const sharedSource = path.resolve(root, '../shared/src');
const platform = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp';

const olderStyles = { [path.resolve(__dirname, 'older-styles.cjs')]: { enable: true } };
const autoprefixer = { enable: true, config: { overrideBrowserslist: MINIMUM_ENGINES } };

/** What webpack itself writes between the modules: every phone of the minimum knows it, and it is shorter. */
const environment = { arrowFunction: true, const: true, destructuring: true, forOf: true, templateLiteral: true };

const TERSER_DEFAULTS = [
  ...['arrows', 'collapse_vars', 'comparisons', 'computed_props', 'hoist_props', 'inline', 'loops', 'negate_iife'],
  ...['properties', 'reduce_funcs', 'reduce_vars', 'switches', 'typeofs'],
];

/**
 * Taro switches most of terser off and writes each Chinese character as six bytes; WeChat and browsers read UTF-8. Terser's
 * own defaults, then, without newer syntax than the minimum knows.
 */
const terser = {
  enable: true,
  config: {
    compress: { ecma: 2020, passes: 2, ...Object.fromEntries(TERSER_DEFAULTS.map((name) => [name, true])) },
    output: { ecma: 2020, comments: false, ascii_only: false },
  },
};

export default defineConfig({
  projectName: 'certificate-acceptance',
  date: '2026-11-22',
  designWidth: 750,
  deviceRatio: { 750: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${platform}`,
  plugins: [
    '@tarojs/plugin-platform-weapp',
    '@tarojs/plugin-platform-h5',
    '@tarojs/plugin-framework-react',
    path.resolve(__dirname, 'lean-templates.ts'),
  ],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: {
    enable: true,
    buildDependencies: {
      // The list of pages stands in routes.ts, which Taro does not know: without it a new page is missing until the cache goes.
      routes: [path.resolve(root, 'src/routes.ts')],
      // What client-endpoints.cjs puts into other files.
      endpoints: [`${path.join(sharedSource, 'endpoints')}/`, path.join(sharedSource, 'contract/all-endpoints.ts')],
    },
  },
  defineConstants: {
    MINIAPP_API_BASE_URL: JSON.stringify(process.env.MINIAPP_API_BASE_URL ?? 'http://127.0.0.1:3000/api'),
  },
  terser,
  copy: {
    patterns: platform === 'weapp' ? [{ from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' }] : [],
    options: {},
  },
  mini: {
    enableSourceMap: true,
    sourceMapType: 'source-map',
    compile: { include: [sharedSource, nodeModules] },
    // Every component has its own class names: the order of their rules does not matter.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { autoprefixer, pxtransform: { enable: true, config: {} }, cssModules: { enable: false }, ...olderStyles },
    runtime: { enableInnerHTML: false },
    webpackChain(chain) {
      chain.output.set('environment', environment);
      chain.resolve.alias.set('@tarojs/taro$', path.resolve(__dirname, 'taro-entry.cjs'));
      const splitting = chain.plugin('miniSplitChunksPlugin');
      splitting.use(PortableSplitChunksPlugin, splitting.get('args'));
      chain.plugin('refuseOldPhones').use(RefuseOldPhonesPlugin);
      const rule = chain.module.rule('mini-program-global').test(/[\\/]sm-crypto-v2[\\/]dist[\\/]/);
      rule.use('mini-program-global').loader(path.resolve(__dirname, 'mini-program-global.cjs'));
      const tables = chain.module
        .rule('runtime-components')
        .test([
          path.join(nodeModules, '@tarojs/shared/dist/components.js'),
          path.join(nodeModules, '@tarojs/plugin-platform-weapp/dist/runtime.js'),
        ]);
      // As text: webpack's cache asks whether it is another one.
      const left = JSON.stringify({ components: leftComponents });
      tables.use('runtime-components').loader(`${path.resolve(__dirname, 'runtime-components.cjs')}?${left}`);
    },
  },
  h5: {
    compile: { include: [sharedSource, nodeModules] },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    webpackChain(chain) {
      chain.output.set('environment', environment);
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
      autoprefixer,
      cssModules: { enable: false },
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 17, maxRootSize: 22 } },
      ...olderStyles,
    },
  },
});
