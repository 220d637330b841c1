import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** A version of the program in a folder of its own, built. */
export interface Release {
  readonly folder: string;
  /** As people call it. */
  readonly name: string;
}

const MOST_BYTES = 1 << 30;

const git = (root: string, ...args: string[]): string =>
  execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: MOST_BYTES,
  }).trim();

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

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** What runs in production of what a package-lock.json names, each with its version. */
function packagesOf(lockFile: string): string {
  const { packages = {} } = JSON.parse(lockFile) as { packages?: Readonly<Record<string, LockedPackage>> };
  const run = Object.entries(packages).filter(
    ([path, { dev, devOptional }]) => path.startsWith('node_modules/') && !dev && !devOptional,
  );
  return JSON.stringify(run.map(([path, { version }]) => [path, version]).sort());
}

/** Whether a commit is made of other packages than the working tree, whose packages are to serve both. */
export const hasOtherPackages = (root: string, commit: string): boolean =>
  packagesOf(git(root, 'show', `${commit}:package-lock.json`)) !==
  packagesOf(readFileSync(join(root, 'package-lock.json'), 'utf8'));

/** Unpacks a commit into an empty folder and bundles its BFF, by its own scripts. */
export function makeRelease(root: string, commit: string, folder: string): Release {
  mkdirSync(folder, { recursive: true });
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: MOST_BYTES });
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
