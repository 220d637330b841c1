import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase } from '../../bff/src/database/connect';
import { createFieldCipher } from '../../bff/src/database/field-cipher';
import { type AccountRecord, accountModel, phoneOf } from '../../bff/src/modules/account';
import { prepareDatabase } from '../../bff/src/stored-collections';
import { type DatabaseServer, openDatabaseServer } from '../database/open-database-server';
import { type ImportOptions, importAccounts, reportPathOf } from './import-accounts';
import type { StoreDependencies } from './store-accounts';

const key = Buffer.alloc(32, 7);
const cipher = createFieldCipher({ keyId: 'k1', encryptionKey: key, hashKey: key });
const NOW = new Date('2026-11-26T01:00:00Z');
const MD5 = '0192023a7bbd73250516f069df18b500';
const folder = mkdtempSync(join(tmpdir(), 'import-accounts-'));
const silent = { write: () => undefined };

let database: DatabaseServer;
let connection: Awaited<ReturnType<typeof connectDatabase>>;
let dependencies: StoreDependencies;
beforeAll(async () => {
  database = await openDatabaseServer();
  connection = await connectDatabase(database.freshDatabase('import'));
  await prepareDatabase(connection, () => NOW);
  dependencies = { accounts: accountModel(connection), cipher, now: () => NOW };
});
beforeEach(() => dependencies.accounts.deleteMany({}));
afterAll(async () => {
  await connection.close();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
function fileOf(content: string | Buffer): string {
  files += 1;
  const path = join(folder, `accounts-${files}.csv`);
  writeFileSync(path, content);
  return path;
}
const run = (path: string, options: Partial<ImportOptions> = {}) =>
  importAccounts(dependencies, { path, dryRun: false, progress: silent, ...options });
const report = (path: string): string[] => readFileSync(reportPathOf(path), 'utf8').trimEnd().split('\n').slice(1);
const stored = () => dependencies.accounts.find().sort({ 'imported.line': 1 }).lean<AccountRecord[]>();
const HEAD = 'phone,email,password_scheme,password_hash,password_salt\n';
const phone = (index: number): string => `138${String(index).padStart(8, '0')}`;
const manyLines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `${phone(index)},,md5,${MD5},\n`).join('');

describe('an import of old accounts', () => {
  it('adds accounts with everything encrypted, and an address that is not confirmed', async () => {
    const path = fileOf(`${HEAD}13812341234,Li.Ming@mail.example,md5,${MD5.toUpperCase()},\n13812341235,,,,\n`);
    expect(await run(path)).toMatchObject({ added: 2, existing: 0, bad: 0, lines: 2, encoding: 'utf-8' });
    const [first, second] = await stored();
    expect(phoneOf(cipher, first!)).toBe('13812341234');
    expect(first).toMatchObject({
      phoneMasked: '138****1234',
      email: { masked: 'l***@mail.example', confirmedAt: null },
      terms: [],
      createdAt: NOW,
      imported: { line: 2 },
    });
    expect(first).not.toHaveProperty('emailHash');
    expect(second).not.toHaveProperty('legacyPassword');
    for (const secret of ['13812341234', 'li.ming', MD5]) {
      expect(JSON.stringify(await stored()).toLowerCase()).not.toContain(secret);
    }
  });

  it('changes nothing the second time, nor an account that was made here', async () => {
    const path = fileOf(HEAD + manyLines(3));
    await run(path);
    await dependencies.accounts.updateOne({ 'imported.line': 2 }, { $set: { phoneMasked: 'changed since' } });
    const before = await stored();
    expect(await run(path)).toMatchObject({ added: 0, existing: 3, bad: 0 });
    const other = fileOf(`${HEAD}${phone(1)},,,,\n${phone(9)},,,,\n`);
    expect(await run(other)).toMatchObject({ added: 1, existing: 1, bad: 0 });
    expect((await stored()).filter(({ imported }) => imported?.file === before[0]?.imported?.file)).toEqual(before);
  });

  it('reports bad lines by number and reason, without what stands in them', async () => {
    const lines = [
      ',,,,',
      '12345,,,,',
      '13812340001,no address,,,',
      `13812340002,,rot13,${MD5},`,
      '13812340003,,md5,secret-password,',
      `13812340004,,md5-salt-first,${MD5},`,
      '"13812340005,,,,',
      '13812340006,,,,',
      '',
      '13812340006,,,,',
    ];
    const path = fileOf(HEAD + lines.join('\n'));
    expect(await run(path)).toMatchObject({ added: 1, bad: 8, lines: 9 });
    expect(report(path)).toEqual([
      '2,"phone is missing"',
      '3,"phone is not a mainland mobile number"',
      '4,"email is not an address"',
      '5,"password_scheme is none of md5, md5-salt-first, md5-salt-last, sha1, sha256, bcrypt"',
      '6,"password_hash is not a md5 hash"',
      '7,"password_salt is missing"',
      '8,"the quotes do not match"',
      '11,"phone stands in line 9, too"',
    ]);
  });

  it('finds a number that stands twice however far apart', async () => {
    const path = fileOf(`${HEAD}${manyLines(25)}${phone(0)},,,,\n${phone(24)},,,,\n`);
    expect(await run(path, { batchSize: 10 })).toMatchObject({ added: 25, existing: 0, bad: 2 });
    expect(report(path)).toEqual(['27,"phone stands in line 2, too"', '28,"phone stands in line 26, too"']);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff手机号,邮箱\n13812341234,\n`), 'utf-8'],
    ['GBK', Buffer.from([...[0xca, 0xd6, 0xbb, 0xfa, 0xba, 0xc5], ...Buffer.from('\n13812341234\n')]), 'gb18030'],
    ['UTF-16', Buffer.from('\ufeff手机号\n13812341234\n', 'utf16le'), 'utf-16le'],
    ['CRLF', Buffer.from('phone\r\n13812341234\r\n'), 'utf-8'],
    ['CR', Buffer.from('phone\r13812341234\r'), 'utf-8'],
  ])('reads %s', async (_what, content, encoding) => {
    expect(await run(fileOf(content))).toMatchObject({ added: 1, bad: 0, encoding });
  });

  it('recognises GBK by a character far behind the beginning', async () => {
    const gbk = Buffer.from([0xcd, 0xf5]);
    const path = fileOf(Buffer.concat([Buffer.from(`phone,name\n${manyLines(20_000)}13912341234,`), gbk]));
    expect(await run(path, { dryRun: true })).toMatchObject({ encoding: 'gb18030', bad: 0, lines: 20_001 });
  });

  it.each(['+86 138-1234-1234', '8613812341234', ' 13812341234 '])('takes the number %j', async (written) => {
    expect(await run(fileOf(`phone\n${written}\n`))).toMatchObject({ added: 1, bad: 0 });
    expect(phoneOf(cipher, (await stored())[0]!)).toBe('13812341234');
  });

  it('writes nothing but the report in a dry run', async () => {
    const path = fileOf(`${HEAD}${manyLines(3)}x,,,,\n`);
    expect(await run(path, { dryRun: true })).toMatchObject({ added: 3, bad: 1 });
    expect(await stored()).toEqual([]);
    expect(report(path)).toHaveLength(1);
    expect(existsSync(`${path}.progress.json`)).toBe(false);
  });

  it('goes on where it was stopped, and reports every bad line once', async () => {
    const path = fileOf(`${HEAD}bad,,,,\n${manyLines(30)}bad,,,,\n`);
    const first = await run(path, { batchSize: 10, shouldStop: () => true });
    expect(first).toMatchObject({ stopped: true, added: 9, bad: 1 });
    // As a kill between reporting and noting would leave it.
    appendFileSync(reportPathOf(path), '99,"reported and not noted"\n');
    expect(await run(path, { batchSize: 10 })).toMatchObject({ stopped: false, resumedAfter: 11, added: 30, bad: 2 });
    expect(report(path).map((line) => line.split(',')[0])).toEqual(['2', '33']);
    expect(await stored()).toHaveLength(30);
    expect(existsSync(`${path}.progress.json`)).toBe(false);
  });

  it('does not go on in another file of the same name', async () => {
    const path = fileOf(HEAD + manyLines(30));
    await run(path, { batchSize: 10, shouldStop: () => true });
    writeFileSync(path, HEAD + manyLines(12));
    expect(await run(path)).toMatchObject({ resumedAfter: null, added: 2, existing: 10 });
  });

  it.each([
    ['', 'the file is empty'],
    ['name,address\n', 'the first line must name the columns'],
    ['phone,password_hash\n', 'belong together'],
  ])('refuses a file that begins %j', async (content, message) => {
    await expect(run(fileOf(content))).rejects.toThrow(message);
  });

  it('keeps a line without an end out of the memory', async () => {
    const path = fileOf('phone\n13812341234\n');
    // A hole: it is read as zeros and takes no room on the disk. A whole gigabyte is for the bench: it takes its time.
    truncateSync(path, 32 * 1024 ** 2);
    appendFileSync(path, '\n13812341235\n');
    expect(await run(path)).toMatchObject({ added: 2, bad: 1, lines: 3 });
    expect(report(path)).toEqual(['3,"phone is not a mainland mobile number"']);
  });
});
