import { type Node, parse } from 'acorn';
import { full } from 'acorn-walk';
import { type BuiltFile, excerpt, type PhoneProblem } from './built-file';
import { ECMA_VERSION } from './minimum';

export type Platform = 'weapp' | 'h5';

interface Marked extends Node {
  readonly async?: boolean;
  readonly await?: boolean;
  readonly regex?: { readonly pattern: string };
}

const TRANSPILE =
  'compile it: miniapp/babel.config.js has the targets, compile.include in miniapp/config/index.ts the files';

/** Syntax that acorn's yearly levels do not tell from older syntax. */
function nameOfUnfit(node: Marked, platform: Platform): string | null {
  if (platform === 'weapp' && node.type === 'ImportExpression') return 'import(): WeChat has no loader of modules';
  if (node.async || node.await) return 'async function of the engine, past the Promise of WeChat';
  if (node.regex && /\(\?<[=!]/.test(node.regex.pattern)) return 'look-behind (iOS 16.4)';
  return null;
}

/**
 * Syntax that an engine of the minimum cannot read. One such place and the whole file is not run: in a file of the main
 * package the app does not open.
 */
export function checkSyntax({ path, text }: BuiltFile, platform: Platform): PhoneProblem[] {
  try {
    const problems: PhoneProblem[] = [];
    full(parse(text, { ecmaVersion: ECMA_VERSION, sourceType: 'script' }), (node) => {
      const unfit = nameOfUnfit(node as Marked, platform);
      if (unfit) {
        problems.push({ file: path, problem: `${unfit}: ${excerpt(text, node.start)}`, instead: TRANSPILE });
      }
    });
    return problems;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = (error as SyntaxError & { readonly pos?: number }).pos ?? 0;
    return [{ file: path, problem: `newer than ES${ECMA_VERSION}: ${excerpt(text, at)}`, instead: TRANSPILE }];
  }
}
