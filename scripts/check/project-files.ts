import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the project: its path below the root, with forward slashes, and its text (null for binary content). */
export interface ProjectFile {
  readonly path: string;
  readonly text: string | null;
}

const isBinary = (content: Buffer): boolean => content.subarray(0, 8000).includes(0);

/** Every file that is tracked or would be by `git add`. @throws when `root` is not inside a git work tree */
export function readProjectFiles(root: string): ProjectFile[] {
  const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listing
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .map((path) => {
      const content = readFileSync(join(root, path));
      return { path, text: isBinary(content) ? null : content.toString('utf8') };
    });
}
