import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import { connectDatabase } from '../../bff/src/database/connect';
import { migrate } from '../../bff/src/database/migrate';
import { findRestoreHold } from '../../bff/src/database/restore-hold';
import { findOutdatedValidators } from '../../bff/src/database/validators/validators';
import { createKeyRing } from '../../bff/src/keys/key-ring';
import { type DatabaseServer, openDatabaseServer } from '../database/open-database-server';
import { backUpDatabase } from './back-up-database';
import { backupKeys } from './backup-key';
import { documentOf } from './bson-stream';
import { type Manifest, writeManifest } from './manifest';
import { keepsMoments } from './one-moment';
import { readPart } from './part-file';
import { releaseRestored } from './release-restored';
import { restoreDatabase } from './restore-database';
import { verifyBackup } from './verify-backup';

const { BSON, Binary, Decimal128, Double, Int32, Long, ObjectId } = mongo;
const now = () => new Date('2026-11-28T01:00:00Z');
const key = (id: string) => ({ id, key: randomBytes(32) });
const [older, newer] = [key('b1'), key('b2')];
const keys = createKeyRing('BACKUP_KEY', [newer, older]);
const root = mkdtempSync(join(tmpdir(), 'backup-'));
const original = join(root, 'original');
const OPTIONS = { database: 'product', keys, now, mayMixMoments: true } as const;
const PHONE = '13800001234';

let server: DatabaseServer;
let source: Connection;
let manifest: Manifest;
let databases = 0;
const opened: Connection[] = [];
async function emptyDatabase(): Promise<Connection> {
  databases += 1;
  const connection = await connectDatabase(server.freshDatabase(`backup${databases}`));
  opened.push(connection);
  return connection;
}
const documentsOf = (connection: Connection, collection: string) =>
  connection
    .getClient()
    .db()
    .collection(collection)
    .find({}, { raw: true, sort: { _id: 1 } })
    .toArray();

/** As JavaScript would lose it: kinds of numbers, order of keys, what is more than a page long. */
const ODD = {
  _id: new ObjectId(),
  whole: new Double(1),
  int: new Int32(1),
  long: Long.fromString('9007199254740993'),
  bytes: new Binary(randomBytes(700_000)),
  nothing: null,
  times: [new Date(0), new Date(-1)],
  'z first': { b: 1, a: -0.0 },
};

beforeAll(async () => {
  server = await openDatabaseServer();
  source = await emptyDatabase();
  await migrate(source, now);
  const things = source.getClient().db().collection<object>('things');
  await things.insertMany([ODD, ...Array.from({ length: 3000 }, (_, index) => ({ index, phone: PHONE }))]);
  manifest = await backUpDatabase(source.getClient(), original, OPTIONS);
});
afterAll(async () => {
  for (const connection of opened) {
    await connection.close();
  }
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

/** A copy of the copy, to be spoilt. */
function spoilt(spoil: (folder: string, part: string) => void): string {
  const folder = mkdtempSync(join(root, 'spoilt-'));
  cpSync(original, folder, { recursive: true });
  const { file = '' } = manifest.parts.find(({ collection }) => collection === 'things') ?? {};
  spoil(folder, join(folder, file));
  return folder;
}
const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path);
  bytes[at < 0 ? bytes.length + at : at]! ^= 1;
  writeFileSync(path, bytes);
};
/** Whoever has the key and is careless: the manifest fits what is there. */
const refit = async (folder: string, part: string): Promise<void> => {
  const bytes = readFileSync(part);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const parts = manifest.parts.map((one) => (part.endsWith(one.file) ? { ...one, bytes: bytes.length, sha256 } : one));
  rmSync(join(folder, 'manifest.json'));
  await writeManifest(folder, { ...manifest, parts }, keys);
};

describe('a copy', () => {
  it('comes back byte by byte, whatever kinds of values there are', async () => {
    const target = await emptyDatabase();
    await restoreDatabase(target, original, { keys, now });
    const [before, after] = [await documentsOf(source, 'things'), await documentsOf(target, 'things')];
    expect(after).toHaveLength(3001);
    expect(Buffer.concat(after as unknown as Buffer[]).equals(Buffer.concat(before as unknown as Buffer[]))).toBe(true);
    const read = BSON.deserialize(
      (after as unknown as Buffer[]).find((bytes) => bytes.length > 700_000) ?? Buffer.alloc(0),
      { promoteValues: false },
    );
    expect([read.whole, read.int, read.long?.toString()]).toEqual([new Double(1), new Int32(1), '9007199254740993']);
  });

  it('opens with an older key of the ring, is sealed by the newest, and comes back with the validators of this program', async () => {
    expect(manifest.keyId).toBe('b2');
    const onlyNewer = createKeyRing('BACKUP_KEY', [key('b3'), newer]);
    const target = await emptyDatabase();
    await restoreDatabase(target, original, { keys: onlyNewer, now });
    // What is written from now on is judged, whatever was put back.
    expect(await findOutdatedValidators(target)).toEqual([]);
  });

  it('is not made of a database that is empty or another one', async () => {
    const other = await emptyDatabase();
    const copying = () => backUpDatabase(other.getClient(), join(root, 'empty'), OPTIONS);
    await expect(copying()).rejects.toThrow('is empty, or not the one that is meant');
    await other.collection('theirs').insertOne({ a: 1 });
    await expect(copying()).rejects.toThrow('is empty, or not the one that is meant');
  });

  it('goes into a folder of its own', async () => {
    await expect(backUpDatabase(source.getClient(), original, OPTIONS)).rejects.toThrow('the folder is not empty');
  });

  it('is refused where collections would be of different moments, unless that is accepted', async () => {
    const strict = { ...OPTIONS, mayMixMoments: false };
    const words = await source.getClient().db().admin().command({ isMaster: 1 });
    const copying = backUpDatabase(source.getClient(), join(root, 'strict'), strict);
    await (keepsMoments(words) ? copying : expect(copying).rejects.toThrow('keeps no moments'));
    expect(manifest.ofOneMoment).toBe(keepsMoments(words));
    expect([{ setName: 'rs' }, { msg: 'isdbgrid' }, { isWritablePrimary: true }].map(keepsMoments)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('a copy is refused, and nothing is written,', () => {
  const refused = async (folder: string, words: RegExp | string, by = keys): Promise<void> => {
    const target = await emptyDatabase();
    await expect(restoreDatabase(target, folder, { keys: by, now })).rejects.toThrow(words);
    expect(await target.getClient().db().listCollections().toArray()).toEqual([]);
  };

  it.each<[string, RegExp, (folder: string, part: string) => void]>([
    ['of which a byte was changed', /^\d{3}\.part \(things\) is damaged/, (_, part) => flip(part, -1000)],
    ['of which the head was changed', /is damaged/, (_, part) => flip(part, 30)],
    ['that was cut off', /is damaged/, (_, part) => truncateSync(part, 5000)],
    ['that has more at its end', /is damaged/, (_, part) => appendFileSync(part, 'x')],
    ['of which a part is missing', /is missing/, (_, part) => rmSync(part)],
    ['of which two parts changed places', /is damaged/, (folder, part) => renameSync(part, join(folder, '000.part'))],
    ['without a manifest', /there is no manifest/, (folder) => rmSync(join(folder, 'manifest.json'))],
    [
      'of which the manifest was changed',
      /the manifest was changed/,
      (folder) => {
        const path = join(folder, 'manifest.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace('"documents": 3001', '"documents": 3002'));
      },
    ],
  ])('%s', async (_what, words, spoil) => {
    await refused(spoilt(spoil), words);
  });

  it('by another key', async () => {
    await refused(original, 'the key b2, which was not given', createKeyRing('BACKUP_KEY', [key('b9')]));
    await refused(
      original,
      'the key is another one',
      createKeyRing('BACKUP_KEY', [{ id: 'b2', key: randomBytes(32) }]),
    );
  });

  it('of a newer program', async () => {
    const folder = spoilt((copy) => rmSync(join(copy, 'manifest.json')));
    await writeManifest(folder, { ...manifest, migrations: [...manifest.migrations, '2099-01-01-flying'] }, keys);
    await refused(folder, '2099-01-01-flying');
  });
});

describe('a part whose manifest fits', () => {
  const openAll = async (part: string, use: string): Promise<number> => {
    let documents = 0;
    for await (const bytes of readPart(part, keys, use)) {
      documents += bytes.length > 0 ? 1 : 0;
    }
    return documents;
  };
  const use = () => `part ${manifest.copiedAt} things`;

  it.each<[string, (part: string) => void]>([
    ['does not open when a byte was changed', (part) => flip(part, -1000)],
    ['does not open when its last chunk was cut off', (part) => cutLastChunk(part)],
    ['does not open when it was cut off inside of a chunk', (part) => truncateSync(part, 5000)],
    ['does not open when something was appended', (part) => appendFileSync(part, Buffer.alloc(64))],
  ])('%s', async (_what, spoil) => {
    let path = '';
    const folder = spoilt((_, part) => {
      path = part;
      spoil(part);
    });
    await expect(openAll(path, use())).rejects.toThrow();
    await refit(folder, path);
    const target = await emptyDatabase();
    await expect(restoreDatabase(target, folder, { keys, now })).rejects.toThrow();
    // What was half put back never works, and is not released.
    expect(await findRestoreHold(target)).toMatchObject({ stage: 'restoring' });
    const recorder = {
      record: async () => undefined,
      perform: async () => undefined as never,
      close: async () => undefined,
    };
    const options = { now, sendMessages: false, nextLook: async () => false };
    await expect(releaseRestored(target, recorder, options)).rejects.toThrow('the restoring was broken off');
  });

  it('does not open in the place of another collection', async () => {
    const { file } = manifest.parts.find(({ collection }) => collection === 'things')!;
    expect(await openAll(join(original, file), use())).toBe(3001);
    await expect(openAll(join(original, file), use().replace('things', 'orders'))).rejects.toThrow('was changed');
  });

  function cutLastChunk(part: string): void {
    const bytes = readFileSync(part);
    let at = bytes.indexOf('\n') + 1;
    let last = at;
    while (at < bytes.length) {
      last = at;
      at += 4 + bytes.readUInt32BE(at);
    }
    truncateSync(part, last);
  }
});

it('verifying leaves somebody’s database alone', async () => {
  const target = await emptyDatabase();
  await target.collection('theirs').insertOne({ a: 1 });
  const verifying = verifyBackup(target, original, null, { keys, now, progress: { write: () => true } });
  await expect(verifying).rejects.toThrow('the database is not empty (theirs)');
  expect(await target.collection('theirs').countDocuments()).toBe(1);
});

describe('a document of a copy', () => {
  it('is written as it was, also with kinds that the stand-in does not know', () => {
    const pattern = new mongo.BSON.BSONRegExp('^a', 'i');
    const document = { decimal: Decimal128.fromString('0.10'), at: mongo.Timestamp.fromBits(1, 2), pattern };
    const bytes = Buffer.from(BSON.serialize(document));
    expect(Buffer.from(BSON.serialize(documentOf(bytes))).equals(bytes)).toBe(true);
  });

  it('is refused when it would be written otherwise', () => {
    // { a: undefined }, a kind that MongoDB gave up.
    const bytes = Buffer.from([8, 0, 0, 0, 6, 0x61, 0, 0]);
    expect(() => documentOf(bytes)).toThrow('cannot write as it was');
  });
});

describe('the key of copies', () => {
  it('comes from a file or the setting, and no word about it shows it', () => {
    const text = `b1:${older.key.toString('base64')}`;
    const path = join(root, 'key');
    writeFileSync(path, `${text}\n`);
    expect(backupKeys(path, {}).newest).toEqual(older);
    expect(backupKeys(undefined, { BACKUP_KEY: text }).newest).toEqual(older);
    expect(() => backupKeys(undefined, {})).toThrow('a key is needed');
    const half = older.key.toString('base64').slice(0, 20);
    expect(() => backupKeys(undefined, { BACKUP_KEY: `b1:${half}` })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(half) }),
    );
  });
});
