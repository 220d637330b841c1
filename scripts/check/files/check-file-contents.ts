import type { ProjectFile } from '../project-files';
import type { Violation } from '../violation';

interface ForbiddenText {
  readonly pattern: RegExp;
  readonly problem: string;
  readonly instead: string;
}

const FORBIDDEN: readonly ForbiddenText[] = [
  {
    pattern: /registry\.(?:npmjs\.org|yarnpkg\.com|npmmirror\.com|npm\.taobao\.org)|mirrors?\.[\w.-]+\/(?:npm|pypi)\b/,
    problem: 'the host of a package registry',
    instead: 'leave the registry to the configuration of the machine',
  },
  {
    pattern: /"resolved": "https?:/,
    problem: 'an address from which a package was downloaded',
    instead: 'keep omit-lockfile-registry-resolved in .npmrc and write the lock file again',
  },
  {
    // not preceded by what would make it a part of a longer path or of an address
    pattern: /(?<![\w.:}/-])(?:\/(?:home|Users)\/[\w.-]+\/|\/root\/)|\b[A-Z]:\\+Users\\/,
    problem: 'a path of one machine',
    instead: 'find the place from the repository root, the environment or os.tmpdir()',
  },
];

const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The path of this checkout, where it is long enough to be told from ordinary text. */
function checkoutPath(root: string): ForbiddenText[] {
  const isTelling = root.split('/').filter((segment) => segment !== '').length >= 2;
  return isTelling
    ? [
        {
          pattern: new RegExp(`${escapeForPattern(root)}(?![\\w-])`),
          problem: 'the path of this checkout',
          instead: 'write paths relative to the repository root',
        },
      ]
    : [];
}

/** No registry hosts and no paths of one machine in any file. `root` is where this checkout lies. */
export function checkFileContents(files: readonly ProjectFile[], root: string): Violation[] {
  const forbidden = [...FORBIDDEN, ...checkoutPath(root)];
  return files.flatMap(({ path, text }) =>
    (text ?? '').split('\n').flatMap((line, index): Violation[] => {
      const found = forbidden.find(({ pattern }) => pattern.test(line));
      return found ? [{ file: path, line: index + 1, problem: found.problem, instead: found.instead }] : [];
    }),
  );
}
