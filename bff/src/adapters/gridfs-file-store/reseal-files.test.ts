import { Types } from 'mongoose';
import { type DatabaseServer, openDatabaseServer } from '../../../../scripts/database/open-database-server';
import { connectDatabase } from '../../database/connect';
import { createFieldCipher } from '../../database/field-cipher';
import { createGridFsFileStore } from './gridfs-file-store';
import { resealFiles } from './reseal-files';
import type { BytesCipher } from './sealed-bytes';

const keyOf = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const hashKeys = [keyOf('v1', 9)];
const [OLD, NEW] = [keyOf('k1', 1), keyOf('k2', 2)];
const before = createFieldCipher({ encryptionKeys: [OLD], hashKeys });
const now = createFieldCipher({ encryptionKeys: [NEW, OLD], hashKeys });
const after = createFieldCipher({ encryptionKeys: [NEW], hashKeys });
/** Longer than a chunk of GridFS. */
const BYTES = Buffer.alloc(300_000, 'photo ');

let database: DatabaseServer;
let connection: Awaited<ReturnType<typeof connectDatabase>>;
beforeAll(async () => {
  database = await openDatabaseServer();
  connection = await connectDatabase(database.freshDatabase('files'));
});
afterAll(async () => {
  await connection.close();
  await database.stop();
});
const filesOf = () => connection.collection('stored_files.files');
const chunksOf = () => connection.collection('stored_files.chunks');
beforeEach(async () => {
  await filesOf().deleteMany({});
  await chunksOf().deleteMany({});
});

const storeOf = (cipher: BytesCipher) => createGridFsFileStore(connection, cipher);
async function oldFile(): Promise<string> {
  const id = new Types.ObjectId().toHexString();
  await storeOf(before).write(id, BYTES);
  return id;
}
const reseal = (cipher: BytesCipher = now, stop = false) =>
  resealFiles({ connection, cipher }, () => ({ stop })).then(({ looked, changed, left }) => ({
    looked,
    changed,
    left: [...left],
  }));
/** The cipher that does something else, once, when it seals. */
const whileSealing = (act: () => Promise<void>): { cipher: BytesCipher; acted: () => Promise<void> } => {
  let acting: Promise<void> | null = null;
  const cipher = {
    ...now,
    encryptBytes: (plain: Buffer, purpose: string, recordId: string) => {
      acting ??= act();
      return now.encryptBytes(plain, purpose, recordId);
    },
  };
  return { cipher, acted: async () => acting ?? undefined };
};

it('seals files anew, which read as before with the new key alone, and does so once', async () => {
  const ids = [await oldFile(), await oldFile()];
  expect(await reseal()).toMatchObject({ changed: 2, left: [] });
  for (const id of ids) {
    expect((await storeOf(after).read(id))?.equals(BYTES)).toBe(true);
    await expect(storeOf(before).read(id)).rejects.toThrow('unknown key');
  }
  expect(await filesOf().countDocuments()).toBe(2);
  expect(await reseal()).toEqual({ looked: 2, changed: 0, left: [] });
});

it('finds files of before, whose key stands in their bytes only', async () => {
  const id = await oldFile();
  await filesOf().updateMany({}, { $unset: { metadata: 1 } });
  expect(await reseal()).toMatchObject({ changed: 1 });
  expect((await storeOf(after).read(id))?.equals(BYTES)).toBe(true);
});

it('goes on after a run that died before it removed the old file', async () => {
  const id = await oldFile();
  const [record] = await filesOf().find().toArray();
  const chunks = await chunksOf().find().toArray();
  await reseal();
  await filesOf().insertOne(record!);
  await chunksOf().insertMany(chunks);
  expect((await storeOf(after).read(id))?.equals(BYTES)).toBe(true);
  expect(await reseal()).toMatchObject({ changed: 1 });
  expect((await storeOf(after).read(id))?.equals(BYTES)).toBe(true);
  await storeOf(now).delete(id);
  expect(await filesOf().countDocuments()).toBe(0);
  expect(await chunksOf().countDocuments()).toBe(0);
});

it('brings no file back that is removed meanwhile', async () => {
  const id = await oldFile();
  const { cipher, acted } = whileSealing(() => storeOf(now).delete(id));
  await reseal(cipher);
  await acted();
  expect(await storeOf(now).read(id)).toBeNull();
  expect(await filesOf().countDocuments()).toBe(0);
  expect(await chunksOf().countDocuments()).toBe(0);
});

it('is read at every moment', async () => {
  const id = await oldFile();
  let working = true;
  let reads = 0;
  const reading = (async () => {
    while (working) {
      expect((await storeOf(now).read(id))?.equals(BYTES)).toBe(true);
      reads += 1;
    }
  })();
  for (let round = 0; round < 10; round += 1) {
    // There and back again: each is the other's new key.
    const [newest, other] = round % 2 === 0 ? [NEW, OLD] : [OLD, NEW];
    const cipher = createFieldCipher({ encryptionKeys: [newest, other], hashKeys });
    expect(await reseal(cipher)).toMatchObject({ changed: 1 });
  }
  working = false;
  await reading;
  expect(reads).toBeGreaterThan(1);
});

it('keeps a file that does not open, and says so', async () => {
  const [bad, good] = [await oldFile(), await oldFile()];
  const chunk = await chunksOf().findOne({ files_id: new Types.ObjectId(bad), n: 1 });
  const data = Buffer.from(chunk!.data.buffer);
  data[9] = (data[9] ?? 0) ^ 1;
  await chunksOf().updateOne({ _id: chunk!._id }, { $set: { data } });
  expect(await reseal()).toMatchObject({ changed: 1, left: [['stored_files: does-not-open', 1]] });
  expect((await storeOf(after).read(good))?.equals(BYTES)).toBe(true);
  expect(await filesOf().countDocuments({ filename: bad })).toBe(1);
});
