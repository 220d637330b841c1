import mongoose from 'mongoose';
import { type OpenTestDatabase, openTestDatabase } from './open-test-database';

let database: OpenTestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const numbered = (count: number) => Array.from({ length: count }, (_, n) => ({ _id: n }));

describe('cursors', () => {
  test('hand out everything over several batches', async () => {
    const collection = database.freshCollection();
    await collection.insertMany(numbered(1000));
    const ids: unknown[] = [];
    for await (const document of collection.find().sort({ _id: 1 }).batchSize(7)) ids.push(document._id);
    expect(ids).toEqual(numbered(1000).map(({ _id }) => _id));
    expect(await collection.find().toArray()).toHaveLength(1000);
  });

  test('a first batch of the asked size leaves a cursor that getMore continues and killCursors ends', async () => {
    const collection = database.freshCollection();
    await collection.insertMany(numbered(10));
    const name = collection.collectionName;
    const first = await database.db.command({ find: name, batchSize: 3, sort: { _id: 1 } });
    expect(first.cursor.firstBatch).toEqual([{ _id: 0 }, { _id: 1 }, { _id: 2 }]);
    const { id } = (await database.db.command({ find: name, batchSize: 3 }, { promoteLongs: false })).cursor;
    const more = await database.db.command({ getMore: id, collection: name, batchSize: 2 });
    expect(more.cursor.nextBatch).toHaveLength(2);
    const killed = await database.db.command({ killCursors: name, cursors: [id] }, { promoteLongs: false });
    expect(String(killed.cursorsKilled)).toBe(String(id));
    await expect(database.db.command({ getMore: id, collection: name })).rejects.toMatchObject({ code: 43 });
  });

  test('a reply never holds more than 16 MiB of documents', async () => {
    const collection = database.freshCollection();
    const big = { blob: Buffer.alloc(5 * 1024 * 1024, 1) };
    for (const { _id } of numbered(5)) await collection.insertOne({ _id, ...big });
    const found = await collection.find({}, { projection: { blob: 1 } }).toArray();
    expect(found.map(({ _id }) => _id)).toEqual([0, 1, 2, 3, 4]);
  });

  test('a document larger than 16 MiB is refused, also when an update makes it so', async () => {
    const collection = database.freshCollection();
    await collection.insertOne({ _id: 1, a: Buffer.alloc(9 * 1024 * 1024) });
    const larger = collection.updateOne({ _id: 1 }, { $set: { b: Buffer.alloc(9 * 1024 * 1024) } });
    await expect(larger).rejects.toMatchObject({ code: expect.any(Number) });
    expect(Object.keys((await collection.findOne({}))!)).toEqual(['_id', 'a']);
  });
});

describe('bulk writes', () => {
  test('run their statements in order and count them', async () => {
    const collection = database.freshCollection();
    const result = await collection.bulkWrite([
      { insertOne: { document: { _id: 1, n: 1 } } },
      { insertOne: { document: { _id: 2, n: 2 } } },
      { updateOne: { filter: { _id: 1 }, update: { $inc: { n: 10 } } } },
      { updateMany: { filter: {}, update: { $set: { all: true } } } },
      { replaceOne: { filter: { _id: 3 }, replacement: { n: 3 }, upsert: true } },
      { deleteOne: { filter: { _id: 2 } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 2,
      matchedCount: 3,
      modifiedCount: 3,
      upsertedCount: 1,
      deletedCount: 1,
    });
    expect(await collection.find().toArray()).toEqual([
      { _id: 1, n: 11, all: true },
      { _id: 3, n: 3 },
    ]);
  });

  test('an ordered insert stops at the first error, an unordered one goes on', async () => {
    const ordered = database.freshCollection();
    const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }];
    await expect(ordered.insertMany(documents)).rejects.toMatchObject({ code: 11000 });
    expect(await ordered.countDocuments()).toBe(1);
    const unordered = database.freshCollection();
    await expect(unordered.insertMany(documents, { ordered: false })).rejects.toMatchObject({
      writeErrors: [{ code: 11000, index: 1 }],
    });
    expect(await unordered.countDocuments()).toBe(2);
  });

  test('a write without acknowledgement is done', async () => {
    const collection = database.freshCollection();
    const client = await mongoose.createConnection(database.uri, { maxPoolSize: 1 }).asPromise();
    const unacknowledged = client.db!.collection(collection.collectionName);
    await unacknowledged.insertOne({ a: 1 }, { writeConcern: { w: 0 } });
    // The same connection answers in order.
    expect(await unacknowledged.countDocuments({ a: 1 })).toBe(1);
    await client.close();
  });
});

describe('GridFS', () => {
  test('a file comes back byte for byte, by id and by name, and can be deleted', async () => {
    const bucket = new mongoose.mongo.GridFSBucket(database.db, { bucketName: 'scans', chunkSizeBytes: 100_000 });
    const bytes = Buffer.from(Array.from({ length: 1_000_003 }, (_, n) => (n * 31) % 251));
    const upload = bucket.openUploadStream('contract.pdf', { metadata: { kind: 'contract' } });
    await new Promise<void>((resolve, reject) => {
      upload.once('finish', () => resolve()).once('error', reject);
      upload.end(bytes);
    });
    const read = async (stream: AsyncIterable<Buffer>) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      return Buffer.concat(chunks);
    };
    expect((await read(bucket.openDownloadStream(upload.id))).equals(bytes)).toBe(true);
    expect((await read(bucket.openDownloadStreamByName('contract.pdf'))).equals(bytes)).toBe(true);
    const part = await read(bucket.openDownloadStream(upload.id, { start: 150_000, end: 250_001 }));
    expect(part.equals(bytes.subarray(150_000, 250_001))).toBe(true);
    expect(await bucket.find({ 'metadata.kind': 'contract' }).toArray()).toMatchObject([{ length: bytes.length }]);
    await bucket.delete(upload.id);
    await expect(read(bucket.openDownloadStream(upload.id))).rejects.toThrow(/FileNotFound/);
    expect(await database.db.collection('scans.chunks').countDocuments()).toBe(0);
  });
});
