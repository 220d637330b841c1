import type { ProjectFile } from '../project-files';
import type { Violation } from '../violation';

const EMPTY_NAMES = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc']);

/** A name that says nothing, among the words of a path; undefined when every word says something. */
const emptyNameIn = (path: string): string | undefined =>
  path.split(/[/.\-_]/).find((word) => EMPTY_NAMES.has(word.toLowerCase()));

/** Names that say what a thing is for: no utils, helpers, common or misc, as a folder or as a part of a file's name. */
export function checkFileNames(files: readonly ProjectFile[]): Violation[] {
  return files.flatMap(({ path }) => {
    const word = emptyNameIn(path);
    return word
      ? [
          {
            file: path,
            line: 1,
            problem: `the name “${word}” says nothing`,
            instead: 'name the one thing that it does',
          },
        ]
      : [];
  });
}
