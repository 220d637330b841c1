import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const SCRIPT = join(__dirname, 'ensure-npm.mjs');
const LOCK = {
  packages: {
    '': { name: 'project' },
    'node_modules/koa': { version: '3.0.0', integrity: 'sha512-koa' },
    'node_modules/for-another-system': { version: '1.0.0', integrity: 'sha512-other', optional: true },
    'node_modules/@acceptance/shared': { link: true },
  },
};

describe('ensure-npm', () => {
  let root: string;
  const write = (name: string, content: unknown) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), typeof content === 'string' ? content : JSON.stringify(content));
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ensure-npm-'));
    write('package.json', { engines: { node: '>=20.19' } });
    write('package-lock.json', LOCK);
    // stands for npm: notes how it was called and leaves a node_modules behind
    write('bin/npm', '#!/bin/sh\necho "$@" >> calls\nrm -rf node_modules\nmkdir node_modules\nexit $NPM_EXIT\n');
    chmodSync(join(root, 'bin/npm'), 0o755);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const run = (env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [SCRIPT, root], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(root, 'bin')}:${process.env.PATH}`, NPM_EXIT: '0', ...env },
    });
  const calls = (): string[] =>
    existsSync(join(root, 'calls')) ? readFileSync(join(root, 'calls'), 'utf8').trim().split('\n') : [];

  it('installs by npm ci without install scripts when node_modules is missing, and says so', () => {
    const { status, stdout } = run();
    expect(status).toBe(0);
    expect(calls()).toEqual(['ci --ignore-scripts --no-audit --no-fund']);
    expect(stdout).toContain('Installing npm packages');
  });

  it('does nothing the second time', () => {
    run();
    const { status, stdout } = run();
    expect(status).toBe(0);
    expect(stdout).toBe('');
    expect(calls()).toHaveLength(1);
  });

  it('installs again when the lock file has changed', () => {
    run();
    write('package-lock.json', { packages: { '': { name: 'project' } } });
    expect(run().status).toBe(0);
    expect(calls()).toHaveLength(2);
  });

  it('accepts what somebody installed by hand, when it is what the lock file says', () => {
    const { '': _, 'node_modules/for-another-system': __, ...installed } = LOCK.packages;
    write('node_modules/.package-lock.json', { packages: installed });
    expect(run().status).toBe(0);
    expect(calls()).toEqual([]);
    expect(existsSync(join(root, 'node_modules/.acceptance-lock'))).toBe(true);
  });

  it.each([
    ['has another version', { 'node_modules/koa': { version: '2.0.0', integrity: 'sha512-koa' } }],
    ['lacks a package', {}],
    ['has other contents', { 'node_modules/koa': { version: '3.0.0', integrity: 'sha512-changed' } }],
  ])('does not accept what was installed by hand when it %s', (_, koa) => {
    write('node_modules/.package-lock.json', {
      packages: { ...koa, 'node_modules/@acceptance/shared': { link: true } },
    });
    expect(run().status).toBe(0);
    expect(calls()).toHaveLength(1);
  });

  it('fails when npm fails, and tries again the next time', () => {
    const { status, stderr } = run({ NPM_EXIT: '7' });
    expect(status).toBe(1);
    expect(stderr).toContain('npm ci failed with exit code 7');
    expect(run().status).toBe(0);
    expect(calls()).toHaveLength(2);
  });

  it('refuses a node that is too old, and names both versions', () => {
    write('package.json', { engines: { node: '>=99.1' } });
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toContain(`Node >=99.1 is needed, this is ${process.versions.node}`);
    expect(calls()).toEqual([]);
  });
});
