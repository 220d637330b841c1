import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';

const ROOT = resolve(__dirname, '../..');

/** The fields that WeChat DevTools knows (developers.weixin.qq.com/miniprogram/dev/devtools/projectconfig.html). */
const projectConfigSchema = v.strictObject({
  miniprogramRoot: v.pipe(v.string(), v.endsWith('/')),
  projectname: v.string(),
  description: v.string(),
  appid: v.pipe(v.string(), v.regex(/^(?:touristappid|wx[0-9a-f]{16})$/)),
  compileType: v.literal('miniprogram'),
  libVersion: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  setting: v.strictObject({
    urlCheck: v.boolean(),
    // Taro has compiled already: a second compilation breaks its output.
    es6: v.literal(false),
    enhance: v.literal(false),
    postcss: v.literal(false),
    minified: v.boolean(),
    minifyWXSS: v.boolean(),
    minifyWXML: v.boolean(),
    compileHotReLoad: v.boolean(),
    uploadWithSourceMap: v.boolean(),
  }),
});

describe('project.config.json', () => {
  it('opens in DevTools as it is: the build is where it says, and every field is known', () => {
    const config = v.parse(projectConfigSchema, JSON.parse(readFileSync(resolve(ROOT, 'project.config.json'), 'utf8')));
    expect(config.miniprogramRoot).toBe('miniapp/dist/weapp/');
  });
});
