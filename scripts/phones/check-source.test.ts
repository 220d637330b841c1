import { dirname, join } from 'node:path';
import ts from 'typescript';
import { checkClientEndpoints } from './check-client-endpoints';
import { checkInterfaces } from './check-interfaces';
import { checkUnusedAttributes } from './check-unused-attributes';
import { isNewer, readWechatInterfaces } from './wechat-interfaces';

const MINIAPP = join(__dirname, '../../miniapp/src');
const PLANTED = join(MINIAPP, 'planted.tsx');
const WECHAT = readWechatInterfaces();

/** Files that every program is made with, parsed once. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** A program of one file that is nowhere, with the types of the mini-program. */
function programOf(text: string, jsx = ts.JsxEmit.None): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    noEmit: true,
    types: [],
    jsx,
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (file) => file === PLANTED || fileExists(file);
  host.readFile = (file) => (file === PLANTED ? text : readFile(file));
  host.getSourceFile = (file, ...rest) => {
    if (file === PLANTED) {
      return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
    }
    const source = parsed.get(file) ?? getSourceFile(file, ...rest);
    parsed.set(file, source);
    return source;
  };
  host.getCurrentDirectory = () => dirname(PLANTED);
  return ts.createProgram([PLANTED], options, host);
}

const problemsOf = (text: string, minimum: string): string[] =>
  checkInterfaces(programOf(text), MINIAPP, WECHAT, minimum, (file) => file === PLANTED).map(({ problem }) => problem);

describe('interfaces of WeChat', () => {
  const TARO = `import Taro from '@tarojs/taro';\n`;

  it('are found by method, option and answer where they came after the minimum', () => {
    const text = `${TARO}
      Taro.getAppBaseInfo();
      void Taro.compressImage({ src: 'a', compressedWidth: 10 });
      const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: unknown };
      export { fontSizeSetting };`;
    expect(problemsOf(text, '2.10.0')).toEqual([
      'Wx.getAppBaseInfo needs base library 2.20.1, the minimum is 2.10.0',
      'CompressImageOption.compressedWidth needs base library 2.26.0, the minimum is 2.10.0',
      'AppBaseInfo.fontSizeSetting needs base library 2.23.4, the minimum is 2.10.0',
      'Wx.getAppBaseInfo needs base library 2.20.1, the minimum is 2.10.0',
    ]);
    expect(problemsOf(text, '2.32.3')).toEqual([]);
  });

  it('are refused when WeChat has none of that name, and taken when the code asks first', () => {
    expect(problemsOf(`${TARO} Taro.openInventory();`, '2.32.3')).toEqual([
      'wx.openInventory is not in WeChat’s typings',
    ]);
    expect(problemsOf(`${TARO} Taro.getAppBaseInfo?.();`, '2.10.0')).toEqual([]);
  });

  it.each([
    ['2.32.4', '2.32.3', true],
    ['2.32.3', '2.32.3', false],
    ['2.9.0', '2.32.3', false],
    ['3.0.0', '2.32.3', true],
  ])('knows whether %s comes after %s: %s', (version, than, newer) => expect(isNewer(version, than)).toBe(newer));
});

describe('parts of endpoints', () => {
  it('are refused where the built mini-program has not got them', () => {
    const text = `import { endpoints } from '@acceptance/shared';
      const { summary, path } = endpoints.auth.requestSmsCode;
      export const all = [summary, path, endpoints.auth.requestSmsCode.body, endpoints.auth.requestSmsCode.method];`;
    expect(checkClientEndpoints(programOf(text), join(MINIAPP, '../..')).map(({ problem }) => problem)).toEqual([
      'the built mini-program has no “summary” of endpoints',
      'the built mini-program has no “body” of endpoints',
    ]);
  });
});

describe('attributes of components', () => {
  const problemsIn = (text: string): string[] =>
    checkUnusedAttributes(programOf(text, ts.JsxEmit.Preserve), join(MINIAPP, '../..'), (file) => file === PLANTED).map(
      ({ problem }) => problem,
    );

  it('are refused where the built templates leave them out, also when they are spread', () => {
    const text = `import { Text, View as Box } from '@tarojs/components';
      const held = { onLongTap: () => undefined, className: 'a' };
      export const page = () => <Box hoverStayTime={50} hoverClass="b" {...held}><Text maxLines={2} onClick={() => undefined}>a</Text></Box>;`;
    expect(problemsIn(text)).toEqual([
      'the built templates have no hoverStayTime of <View>',
      'the built templates have no onLongTap of <View>',
      'the built templates have no maxLines of <Text>',
    ]);
  });
});
