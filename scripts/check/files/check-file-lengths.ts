import type { ProjectFile } from '../project-files';
import type { Violation } from '../violation';

const MAX_LINES = 400;
/** What people write and read as code; prose, lock files and data are not. */
const CODE = /\.(?:ts|tsx|js|jsx|mjs|cjs|css|scss|html|sh)$/;

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** No code file over 400 lines. */
export function checkFileLengths(files: readonly ProjectFile[]): Violation[] {
  return files.flatMap(({ path, text }) => {
    const lines = CODE.test(path) && text !== null ? linesOf(text) : 0;
    return lines > MAX_LINES
      ? [
          {
            file: path,
            line: MAX_LINES + 1,
            problem: `${lines} lines, at most ${MAX_LINES}`,
            instead: 'split it by what it does; aim at 150 lines',
          },
        ]
      : [];
  });
}
