import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lock, licencesOf, problemsOf } from './judge-lock';
import { noticesOf } from './notices';
import { LOOKED_AT } from './policy';

const root = join(__dirname, '../..');
const locked: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

/** What is said when the lock has one package more. */
const problemsWith = (folder: string, entry: Lock['packages'][string]): string[] =>
  problemsOf(licencesOf({ packages: { ...locked.packages, [folder]: entry } }));

describe('licences', () => {
  it('of everything that is locked may be shipped, or built with', () => {
    expect(problemsOf(licencesOf(locked))).toEqual([]);
  });

  it.each([
    ['GPL-3.0-only', /GPL-3.0-only may not be shipped/],
    ['AGPL-3.0-or-later', /may not be shipped/],
    ['LGPL-3.0-or-later', /may not be shipped/],
    ['MPL-2.0', /may not be shipped/],
    ['MIT AND GPL-2.0-only', /may not be shipped/],
    ['UNLICENSED', /may not be shipped/],
    ['SEE LICENSE IN LICENSE.txt', /may not be shipped/],
    [undefined, /no licence may not be shipped/],
  ])('%s is not shipped', (license, message) => {
    expect(problemsWith('node_modules/copied', { version: '1.0.0', license })).toEqual([
      expect.stringMatching(message),
    ]);
  });

  it.each(['GPL-3.0-only', 'AGPL-3.0-or-later', undefined])('%s is not built with', (license) => {
    expect(problemsWith('node_modules/tool', { version: '1.0.0', license, dev: true })).toEqual([
      expect.stringMatching(/may not be built with/),
    ]);
  });

  it('that leave a choice are taken by the better one, also deep in another package', () => {
    expect(problemsWith('node_modules/a/node_modules/b', { license: '(BSD-3-Clause OR GPL-2.0)' })).toEqual([]);
  });

  it('of a part for another platform are those of the whole, and of that version alone', () => {
    const whole = { version: '1.0.0', license: 'MIT', optionalDependencies: { 'whole-linux-arm': '1.0.0' } };
    const withPart = (version: string) =>
      problemsOf(
        licencesOf({
          packages: { ...locked.packages, 'node_modules/whole': whole, 'node_modules/whole-linux-arm': { version } },
        }),
      );
    expect(withPart('1.0.0')).toEqual([]);
    expect(withPart('2.0.0')).toHaveLength(1);
  });

  it('that somebody looked at hold for what was looked at: another licence, or a package that is gone, is said', () => {
    expect(problemsWith('node_modules/@resvg/resvg-wasm', { version: '9.0.0', license: 'GPL-3.0-only' })).toHaveLength(
      1,
    );
    const gone = problemsOf(licencesOf({ packages: {} }));
    expect(gone).toHaveLength(Object.keys(LOOKED_AT).length);
  });

  it('come with their texts, each once, for all that is shipped', () => {
    const packages = licencesOf(locked).filter(({ name }) => ['koa', 'uqr', 'jest'].includes(name));
    const notices = noticesOf(packages, root);
    expect(notices).toMatch(/koa@[\d.]+ \(MIT\)[\s\S]*Permission is hereby granted/);
    expect(notices).toMatch(/uqr@[\d.]+ \(MIT\)/);
    expect(notices).not.toContain('jest@');
  });
});
