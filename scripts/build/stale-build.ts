import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export type BuildType = 'h5' | 'weapp';

/** Everything a build of the mini-program is made of, relative to the project. */
const INPUTS = [
  'miniapp/src',
  'miniapp/config',
  'miniapp/babel.config.js',
  'miniapp/package.json',
  // What a build is held against when it is done.
  'scripts/phones',
  'shared/src',
  'package-lock.json',
];
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

function* filesBelow(path: string): Generator<string> {
  if (!existsSync(path)) {
    return;
  }
  const entries = readdirSync(dirname(path), { withFileTypes: true });
  const entry = entries.find((candidate) => join(dirname(path), candidate.name) === path);
  if (!entry?.isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    yield* filesBelow(join(path, name));
  }
}

/** Hash over the names and contents of the inputs and over the settings that are built in. */
export function hashOfInputs(root: string, environment: Readonly<Record<string, string | undefined>>): string {
  const hash = createHash('sha256').update(environment.MINIAPP_API_BASE_URL ?? '');
  for (const input of INPUTS) {
    for (const file of filesBelow(join(root, input))) {
      if (!isTest(file)) {
        hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
      }
    }
  }
  return hash.digest('hex');
}

/** Beside the output, not in it: a build empties its folder, and what is in it goes to WeChat. */
const stampPath = (root: string, type: BuildType): string => join(root, 'miniapp/dist', `${type}.inputs`);

export function isStale(root: string, type: BuildType, hash: string): boolean {
  const stamp = stampPath(root, type);
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash;
}

export function markBuilt(root: string, type: BuildType, hash: string): void {
  const stamp = stampPath(root, type);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
