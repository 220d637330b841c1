import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { buildMiniapp } from './build-miniapp';
import type { BuildType } from './stale-build';

const ROOT = resolve(__dirname, '../..');

/** The hash of each file of a build by its path. */
function hashes(root: string, type: BuildType): Map<string, string> {
  const folder = join(root, 'miniapp/dist', type);
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

/** The files of the project as they are, and its packages as hard links where the file system has them. */
function copyProject(to: string): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  for (const file of listed
    .toString()
    .split('\0')
    .filter((name) => /^(miniapp|shared|package)/.test(name))) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(ROOT, file), join(to, file));
  }
  execFileSync('cp', ['-al', join(ROOT, 'node_modules'), to]);
}

/** Builds the project in a folder of another name and depth, and names each file that differs. Exits 1 when one does. */
async function main(): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'same-bytes-'));
  const other = join(place, 'another/folder');
  try {
    mkdirSync(other, { recursive: true });
    copyProject(other);
    for (const type of ['weapp', 'h5'] as const) {
      for (const root of [ROOT, other]) await buildMiniapp(root, type, console.log);
      const [here, there] = [hashes(ROOT, type), hashes(other, type)];
      const differing = [...new Set([...here.keys(), ...there.keys()])].filter(
        (path) => here.get(path) !== there.get(path),
      );
      console.log(`${type}: ${here.size} files, ${differing.length} differ`);
      for (const path of differing) console.log(`  ${path}`);
      if (differing.length > 0) process.exitCode = 1;
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

void main();
