import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hasOtherPackages, previousCommit } from './releases';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'releases-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

function commit(file: string, text: string): string {
  write(file, text);
  git('add', '-A');
  git('commit', '-q', '-m', text);
  return git('rev-parse', 'HEAD').trim();
}
function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

describe('the version before', () => {
  it('is the commit before the last one that changed the BFF; HEAD while it is being changed', () => {
    git('init', '-q');
    commit('bff/src/main.ts', 'one');
    const before = commit('README.md', 'two');
    commit('shared/src/index.ts', 'three');
    const head = commit('README.md', 'four');
    expect(previousCommit(root)).toBe(before);
    write('README.md', 'not committed');
    expect(previousCommit(root)).toBe(before);
    write('bff/src/main.ts', 'not committed');
    expect(previousCommit(root)).toBe(head);
  });

  it('is not known without a past, or without git', () => {
    expect(previousCommit(root)).toBeNull();
    git('init', '-q');
    commit('bff/src/main.ts', 'the first');
    expect(previousCommit(root)).toBeNull();
  });

  it('may need other packages than those that are there', () => {
    git('init', '-q');
    const lock = (koa: string, jest: string) =>
      JSON.stringify({
        packages: { '': {}, 'node_modules/koa': { version: koa }, 'node_modules/jest': { version: jest, dev: true } },
      });
    const one = commit('package-lock.json', lock('3.0.0', '30.0.0'));
    write('package-lock.json', lock('3.0.0', '31.0.0'));
    expect(hasOtherPackages(root, one)).toBe(false);
    write('package-lock.json', lock('3.0.1', '30.0.0'));
    expect(hasOtherPackages(root, one)).toBe(true);
  });
});
