import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** A version of the program in a folder of its own, built. */
export interface Release {
  readonly folder: string;
  /** As people call it. */
  readonly name: string;
}

const git = (root: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** What a process of the BFF is made of. */
const SOURCES = ['bff/src', 'shared/src'];

/**
 * The commit whose BFF was before the one of the working tree: HEAD while something is changed, else the parent of the last commit
 * that changed it. Null where git does not know: no repository, or one without its past.
 */
export function previousCommit(root: string): string | null {
  try {
    if (git(root, 'status', '--porcelain', '--', ...SOURCES) !== '') {
      return git(root, 'rev-parse', 'HEAD');
    }
    const last = git(root, 'log', '-1', '--no-merges', '--format=%H', '--', ...SOURCES);
    return git(root, 'rev-parse', '--verify', `${last}^`);
  } catch {
    return null;
  }
}

/** Packages are those of the working tree; a workspace is the release's own. */
function linkPackages(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from).filter((entry) => entry !== '@acceptance')) {
    symlinkSync(join(from, name), join(to, name));
  }
}

/** Whether two commits are made of the same packages: those of the working tree serve both only then. */
export const hasOtherPackages = (root: string, commit: string): boolean =>
  git(root, 'diff', '--name-only', commit, '--', 'package-lock.json') !== '';

/** Unpacks a commit into an empty folder and bundles its BFF, by its own scripts. */
export function makeRelease(root: string, commit: string, folder: string): Release {
  mkdirSync(folder, { recursive: true });
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1 << 30 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  linkPackages(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'node_modules/@acceptance'));
  for (const workspace of ['shared', 'bff', 'miniapp']) {
    symlinkSync(join(folder, workspace), join(folder, 'node_modules/@acceptance', workspace));
    const own = join(root, workspace, 'node_modules');
    if (existsSync(own)) {
      symlinkSync(own, join(folder, workspace, 'node_modules'));
    }
  }
  execFileSync('npm', ['run', '--silent', 'build', '--', 'bff'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { folder, name: `${commit.slice(0, 9)} ${git(root, 'log', '-1', '--format=%s', commit)}` };
}
