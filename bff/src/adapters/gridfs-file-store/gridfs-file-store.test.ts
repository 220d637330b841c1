import mongoose, { Types } from 'mongoose';
import { type DatabaseServer, openDatabaseServer } from '../../../../scripts/database/open-database-server';
import { connectDatabase } from '../../database/connect';
import { createFieldCipher } from '../../database/field-cipher';
import { storedFiles } from '../../database/migrations/2026-12-11-stored-files';
import { createGridFsFileStore } from './gridfs-file-store';
import { resealFiles } from './reseal-files';
import { openFile } from './sealed-bytes';

const keyOf = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const cipher = createFieldCipher({ encryptionKeys: [keyOf('k1', 1)], hashKeys: [keyOf('v1', 9)] });
/** Of three chunks. */
const BYTES = Buffer.alloc(600_000, 'contract ');

let database: DatabaseServer;
let connection: Awaited<ReturnType<typeof connectDatabase>>;
beforeAll(async () => {
  database = await openDatabaseServer();
  connection = await connectDatabase(database.freshDatabase('files'));
  await storedFiles.up(connection);
});
afterAll(async () => {
  await connection.close();
  await database.stop();
});

const store = () => createGridFsFileStore(connection, cipher);
const chunksOf = (id: string) => ({ files_id: new Types.ObjectId(id) });
const chunks = () => connection.collection('stored_files.chunks');
const newId = () => new Types.ObjectId().toHexString();

it('writes what any GridFS reader reads, and reads what any writes', async () => {
  const bucket = new mongoose.mongo.GridFSBucket(connection.db!, { bucketName: 'stored_files' });
  const id = newId();
  await store().write(id, BYTES);
  const read: Buffer[] = [];
  for await (const chunk of bucket.openDownloadStream(new Types.ObjectId(id))) read.push(chunk as Buffer);
  const envelope = Buffer.concat(read);
  expect(openFile(cipher, id, envelope).equals(BYTES)).toBe(true);

  const old = new Types.ObjectId();
  const sealed = cipher.encryptBytes(BYTES, `file.${old.toHexString()}`, old.toHexString());
  await new Promise<void>((resolve, reject) => {
    const stream = bucket.openUploadStreamWithId(old, old.toHexString());
    stream.once('error', reject).once('finish', () => resolve());
    stream.end(sealed);
  });
  expect((await store().read(old.toHexString()))?.equals(BYTES)).toBe(true);
});

it('writes over what a write that died has left', async () => {
  for (const n of [0, 2]) {
    const id = newId();
    await chunks().insertOne({ ...chunksOf(id), n, data: Buffer.from('left') });
    expect(await store().read(id)).toBeNull();
    await store().write(id, BYTES);
    await store().write(id, BYTES);
    expect((await store().read(id))?.equals(BYTES)).toBe(true);
  }
});

it('answers no file that is not whole', async () => {
  const id = newId();
  await store().write(id, BYTES);
  await chunks().deleteOne({ ...chunksOf(id), n: 1 });
  await expect(store().read(id)).rejects.toThrow('not whole');
  await store().delete(id);
  expect(await store().read(id)).toBeNull();
  expect(await chunks().countDocuments(chunksOf(id))).toBe(0);
});

it('writes nothing beside a file that was sealed anew under another id', async () => {
  const id = newId();
  await store().write(id, BYTES);
  const rotated = createFieldCipher({ encryptionKeys: [keyOf('k2', 2), keyOf('k1', 1)], hashKeys: [keyOf('v1', 9)] });
  await resealFiles({ connection, cipher: rotated }, () => ({ stop: false }));
  await createGridFsFileStore(connection, rotated).write(id, BYTES);
  expect(await connection.collection('stored_files.files').countDocuments({ filename: id })).toBe(1);
  expect(await chunks().countDocuments(chunksOf(id))).toBe(0);
  expect((await createGridFsFileStore(connection, rotated).read(id))?.equals(BYTES)).toBe(true);
});
