import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Compilation, type Compiler, sources } from 'webpack';
import { MINIMUM } from './minimum-phones.cjs';

const FILE = 'old-phone.js';

/**
 * Puts old-phone.js before all other code: on a phone below the minimum one file of newer syntax stops the program, and
 * WeChat shows an empty page. A file of its own, untouched by the compiler, is read there, too.
 */
export class RefuseOldPhonesPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap('RefuseOldPhonesPlugin', (compilation) => {
      // After Taro's own additions to app.js, the last of which come at the stage before.
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'RefuseOldPhonesPlugin', stage }, (assets) => {
        const app = assets['app.js'];
        if (!app) {
          return;
        }
        const text = readFileSync(path.resolve(__dirname, FILE), 'utf8').replace(
          '__MINIMUM_LIBRARY__',
          MINIMUM.library,
        );
        compilation.emitAsset(FILE, new sources.RawSource(text));
        const strict = /^"use strict";/.exec(String(app.source()))?.[0] ?? '';
        const rest = String(app.source()).slice(strict.length);
        compilation.updateAsset('app.js', new sources.RawSource(`${strict}require("./${FILE}");${rest}`));
      });
    });
  }
}
