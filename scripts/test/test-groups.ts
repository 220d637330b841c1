import { relative } from 'node:path';

/** Files that one jest worker runs in one go, the modules that they share loaded once. */
export type TestGroup = readonly string[];

/**
 * Deals `files` out to at most `count` groups of the same size, one by one: neighbours in a folder, which take about as long as
 * each other, come to different groups.
 */
export function dealOut(files: readonly string[], count: number): TestGroup[] {
  const groups = Math.min(count, files.length);
  return Array.from({ length: groups }, (_, group) => files.filter((_file, index) => index % groups === group));
}

/**
 * A test file that is the files of a group, each a block by its path below `root`. What a file says of its patience would hold for
 * all that follow: the longest of all files holds for each, since it only ends what hangs.
 */
export const groupText = (files: TestGroup, root: string): string =>
  [
    ...files.map((file) => {
      const name = relative(root, file).replaceAll('\\', '/');
      return `describe(${JSON.stringify(name)}, () => void require(${JSON.stringify(file)}));`;
    }),
    'jest.setTimeout(900_000);',
    '',
  ].join('\n');
