/**
 * `@tarojs/taro` as it stands, but for its first line: `const { hooks } = require(…)` has webpack keep all of Taro's
 * runtime, and so the main package a parser of HTML, observers of mutations and more that nobody calls.
 */
const hooks = require('@tarojs/runtime').hooks;
const taro = require('@tarojs/api').default;

if (hooks.isExist('initNativeApi')) {
  hooks.call('initNativeApi', taro);
}

module.exports = taro;
module.exports.default = module.exports;
