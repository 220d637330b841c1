import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import postcss from 'postcss';
import { usesIn } from '../../miniapp/config/accessible-attributes';
import olderStyles from '../../miniapp/config/older-styles.cjs';
import projectConfig from '../../project.config.json';
import type { BuiltFile } from './built-file';
import { checkBuild, missingOn } from './check-build';
import { checkLibrary } from './check-library';
import { checkScreenReader } from './check-screen-reader';
import { checkStyles } from './check-styles';
import { checkSyntax } from './check-syntax';
import { ECMA_VERSION, MINIMUM, MINIMUM_ENGINES } from './minimum';

const ROOT = resolve(__dirname, '../..');
const script = (text: string): BuiltFile => ({ path: 'app.js', text });
const style = (text: string): BuiltFile => ({ path: 'app.wxss', text });

describe('the minimum', () => {
  it('has WeChat’s privacy interfaces, and engines that WeChat’s own table names', () => {
    const [major = 0, minor = 0, patch = 0] = MINIMUM.library.split('.').map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(2_032_003);
    expect(projectConfig.libVersion).toBe(MINIMUM.library);
    expect(MINIMUM_ENGINES).toEqual([`ios ${MINIMUM.ios}`, 'chrome 86']);
  });
});

describe('syntax', () => {
  it.each([
    ['a private method', 'class A { #b() {} }'],
    ['a class field', 'class A { b = 1 }'],
    ['an async function of the engine', 'async function a() {}'],
    ['an async arrow', 'const a = async () => 1;'],
    ['look-behind in a pattern', 'const a = /(?<=b)c/;'],
    ['import() in WeChat', 'import("a");'],
  ])('refuses %s', (_, text) => expect(checkSyntax(script(text), 'weapp')).toHaveLength(1));

  it(`takes all of ES${ECMA_VERSION}, and import() in a browser`, () => {
    expect(
      checkSyntax(
        script('const { b, ...c } = { ...(a?.b ?? {}) }; let e; e ??= 1_000; function* d() { yield 1n; }'),
        'weapp',
      ),
    ).toEqual([]);
    expect(checkSyntax(script('import("a");'), 'h5')).toEqual([]);
  });
});

describe('the language’s library', () => {
  const problems = (text: string, platform: 'weapp' | 'h5' = 'weapp') =>
    checkLibrary(script(text), missingOn(platform, ROOT)).map(({ problem }) => problem.split(' ')[0]);

  it.each([
    ['[1].toSorted();', '.toSorted()'],
    ['Object.groupBy([], f);', 'Object.groupBy'],
    ['structuredClone({});', 'structuredClone'],
    ['new WeakRef({});', 'WeakRef'],
    ['new TextEncoder().encode("a");', 'TextEncoder'],
    ['var u = new URL("a");', 'URL'],
  ])('refuses %s', (text, name) => expect(problems(text)).toEqual([name]));

  it('knows what WeChat adds, and what the H5 build brings along', () => {
    expect(problems('[1].at(-1); "a".replaceAll("a", "b"); Object.hasOwn({}, "a");')).toEqual([]);
    expect(problems('[1].at(-1); "a".replaceAll("a", "b"); Object.hasOwn({}, "a");', 'h5')).toEqual([]);
    expect(problems('Promise.any([]);', 'h5')).toEqual([]);
    expect(problems('[1].toSorted();', 'h5')).toEqual(['.toSorted()']);
  });

  it('lets code use what it asks for first, and names of its own', () => {
    expect(problems('(function () { return typeof TextEncoder === "undefined" ? 1 : new TextEncoder(); })();')).toEqual(
      [],
    );
    expect(problems('function f(URL) { return URL; } var a = { fetch: 1 }; a.fetch;')).toEqual([]);
  });
});

describe('styles', () => {
  const features = async (text: string) => (await checkStyles(style(text))).map(({ problem }) => problem.split(' ')[0]);

  it.each([
    ['.a { inset: 0 }', 'inset'],
    ['.a { aspect-ratio: 1 }', 'aspect-ratio'],
    ['.a { display: flex; gap: 8px }', 'flexbox-gap'],
    ['.a:has(.b) { color: red }', 'css-has'],
    ['.a { height: 100dvh }', 'viewport-unit-variants'],
  ])('refuses %s', async (text, feature) => expect(await features(text)).toContain(feature));

  it('takes a gap that has a fallback, and grids', async () => {
    const fallback =
      '@supports (-webkit-touch-callout:none) and (not (inset:0)) { .a>:not(:first-child) { margin-left: 8px } }';
    expect(await features(`.a { display: flex; gap: 8px } ${fallback}`)).toEqual([]);
    expect(await features('.a { display: grid; gap: 8px; grid-template-columns: repeat(2, minmax(0, 1fr)) }')).toEqual(
      [],
    );
  });
});

describe('older styles', () => {
  const older = (text: string) => postcss([olderStyles()]).process(text, { from: undefined }).css;

  it.each([
    ['.a { inset: 0 4px }', 'top: 0'],
    ['.a { display: flex; gap: 8px }', '.a>:not(:first-child) { margin-left: 8px }'],
    ['.a, .b { display: flex; flex-direction: column; gap: 8px 4px }', '.b>:not(:first-child) { margin-top: 8px }'],
    ['.a { display: inline-flex; flex-wrap: wrap; gap: 8px 4px }', 'margin-right: 4px; margin-bottom: 8px'],
  ])('%s becomes what the minimum knows', async (text, written) => {
    expect(older(text).replace(/\s+/g, ' ')).toContain(written);
    expect(await checkStyles(style(older(text)))).toEqual([]);
  });

  it('leave grids alone', () => expect(older('.a { display: grid; gap: 8px }')).toBe('.a { display: grid; gap: 8px }'));
});

describe('a whole build', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'phones-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };

  it('is refused for a fault of each kind, each named with its file', async () => {
    write(
      'miniapp/src/page.tsx',
      `import { View } from '@tarojs/components';\nexport const a = <View aria-live="polite" />;`,
    );
    write('miniapp/dist/weapp/vendors.js', 'class A { #b() {} }');
    write('miniapp/dist/weapp/common.js', 'structuredClone({});');
    write('miniapp/dist/weapp/app.wxss', '.a { inset: 0 }');
    write('miniapp/dist/weapp/base.wxml', '<view aria-label="{{i.p0}}">');
    const files = (await checkBuild(root, 'weapp')).map(({ file }) => file);
    expect([...new Set(files)].sort()).toEqual(['app.wxss', 'base.wxml', 'common.js', 'vendors.js']);
  });
});

describe('attributes of the screen reader', () => {
  const draw = (markup: string) => usesIn('a.tsx', `import { View } from '@tarojs/components';\nconst a = ${markup};`);

  it('are found on the element, in what is spread on it, and under either spelling', () => {
    expect(draw('<View role="tab" aria-selected={b} />')).toEqual([
      ['View', 'role'],
      ['View', 'aria-selected'],
    ]);
    expect(draw(`<View {...{ 'aria-live': 'polite' }} />`)).toEqual([['View', 'aria-live']]);
    expect(draw(`f({ 'aria-busy': c }, <View {...state} />)`)).toEqual([['View', 'aria-busy']]);
    expect(draw('<View ariaLabel="d" />')).toEqual([['View', 'aria-label']]);
    expect(draw('<Other aria-label="e" />')).toEqual([]);
  });

  it('are refused where the built template has not got them', () => {
    const wxml =
      '<view aria-role="{{i.p0}}" aria-label="{{i.p1}}" class="a"></view><view class="pure"></view><camera class="b">';
    expect(checkScreenReader(wxml, { View: { role: '', 'aria-label': '' } })).toEqual([]);
    expect(
      checkScreenReader(wxml, { View: { 'aria-selected': '' }, Camera: { 'aria-label': '' }, Textarea: { role: '' } }),
    ).toMatchObject([
      { problem: 'aria-selected of <View> does not reach the screen reader' },
      { problem: 'aria-label of <Camera> does not reach the screen reader' },
    ]);
  });
});
