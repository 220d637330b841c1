import { checkFileContents } from './check-file-contents';
import { checkFileLengths } from './check-file-lengths';
import { checkFileNames } from './check-file-names';

const file = (path: string, text: string | null = '') => ({ path, text });
/** Written apart, so that this test does not hold what it forbids. */
const joined = (...parts: string[]): string => parts.join('');

describe('names of files', () => {
  it.each([
    'bff/src/utils/date.ts',
    'shared/src/date-utils.ts',
    'scripts/helpers.ts',
    'miniapp/src/common/a.tsx',
    'a/misc.md',
    'a/testHelper/Common.ts',
  ])('that say nothing are found: %s', (path) => {
    const found = checkFileNames([file(path)]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: path, instead: 'name the one thing that it does' });
  });

  it('that hold such a word inside another are fine', () => {
    expect(checkFileNames([file('a/commons-licence.ts'), file('a/utility-bill.ts'), file('a/uncommon.ts')])).toEqual(
      [],
    );
  });
});

describe('lengths of files', () => {
  const lines = (count: number) => 'a\n'.repeat(count);

  it('may be 400 lines and not one more', () => {
    expect(checkFileLengths([file('a.ts', lines(400)), file('b.ts', `${lines(399)}a`)])).toEqual([]);
    expect(checkFileLengths([file('a.ts', lines(401))])).toEqual([
      expect.objectContaining({ file: 'a.ts', line: 401, problem: '401 lines, at most 400' }),
    ]);
    expect(checkFileLengths([file('b.scss', `${lines(400)}a`)])).toHaveLength(1);
  });

  it('are not asked of prose, data and pictures', () => {
    expect(checkFileLengths([file('README.md', lines(500)), file('a.json', lines(500)), file('a.png', null)])).toEqual(
      [],
    );
  });
});

describe('contents of files', () => {
  const root = joined('/srv', '/check', 'out');
  const check = (text: string | null) => checkFileContents([file('a.md', text)], root);

  it.each([
    ['the public registry', joined('https://registry.', 'npmjs.org/koa')],
    ['a mirror', joined('registry.', 'npmmirror.com')],
    ['a mirror of a cloud', joined('https://mirrors.', 'example.com/npm/')],
    ['a resolved address in the lock file', joined('"resolved": ', '"https://packages.example.com/koa.tgz"')],
    ['a home folder', joined('see /ho', 'me/zhang/project')],
    ['a home folder of another system', joined('"/Us', 'ers/zhang/project"')],
    ['a folder of Windows', joined('C:\\Us', 'ers\\zhang')],
    ['the home folder of root', joined('cp a /ro', 'ot/.npmrc')],
    ['this checkout', joined('cd /srv', '/checkout && npm test')],
  ])('may not name %s', (_, text) => {
    const found = check(`first line\n${text}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: 'a.md', line: 2 });
    expect(found[0]?.instead).not.toBe('');
  });

  it.each([
    'https://example.com/home/index/',
    '/usr/bin/chromium',
    '"resolved": "shared", "link": true',
    'GET /users/me',
    '/srv',
    '/srv/checkout-page/',
    joined('$', '{base}/home/list/'),
  ])('may name %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it('are not read where they are binary', () => {
    expect(check(null)).toEqual([]);
  });
});
