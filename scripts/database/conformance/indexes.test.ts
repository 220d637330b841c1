import mongoose from 'mongoose';
import { type OpenTestDatabase, openTestDatabase } from './open-test-database';

let database: OpenTestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('uniqueness', () => {
  test('a second _id is refused with error 11000, its pattern and its value', async () => {
    const collection = database.freshCollection();
    await collection.insertOne({ _id: 1 });
    await expect(collection.insertOne({ _id: 1 })).rejects.toMatchObject({
      name: 'MongoServerError',
      code: 11000,
      keyPattern: { _id: 1 },
      keyValue: { _id: 1 },
    });
  });

  test('a compound unique index, on insert, update, upsert and findAndModify', async () => {
    const collection = database.freshCollection();
    await collection.createIndex({ unit: 1, kind: 1 }, { unique: true });
    await collection.insertMany([
      { _id: 1, unit: 'u', kind: 'a' },
      { _id: 2, unit: 'u', kind: 'b' },
    ]);
    const duplicate = { code: 11000, keyPattern: { unit: 1, kind: 1 }, keyValue: { unit: 'u', kind: 'a' } };
    await expect(collection.insertOne({ _id: 3, unit: 'u', kind: 'a' })).rejects.toMatchObject(duplicate);
    await expect(collection.updateOne({ _id: 2 }, { $set: { kind: 'a' } })).rejects.toMatchObject(duplicate);
    await expect(collection.findOneAndUpdate({ _id: 2 }, { $set: { kind: 'a' } })).rejects.toMatchObject(duplicate);
    await expect(
      collection.updateOne({ _id: 3 }, { $set: { unit: 'u', kind: 'a' } }, { upsert: true }),
    ).rejects.toMatchObject(duplicate);
    expect(await collection.countDocuments()).toBe(2);
    await collection.updateOne({ _id: 1 }, { $set: { kind: 'c' } });
    await collection.insertOne({ _id: 3, unit: 'u', kind: 'a' });
  });

  test('of a partial index counts when an update changes its filter alone, or the field of an embedded document', async () => {
    const collection = database.freshCollection();
    await collection.createIndex(
      { 'owner.name': 1 },
      { unique: true, partialFilterExpression: { 'state.live': { $eq: true } } },
    );
    await collection.insertMany([
      { _id: 1, owner: { name: 'a' }, state: { live: true }, other: 1 },
      { _id: 2, owner: { name: 'a' }, state: { live: false }, other: 1 },
    ]);
    await collection.updateMany({}, { $inc: { other: 1 } });
    const becomesLive = () => collection.updateOne({ _id: 2 }, { $set: { 'state.live': true } });
    await expect(becomesLive()).rejects.toMatchObject({ code: 11000 });
    await collection.updateOne({ _id: 1 }, { $set: { 'owner.name': 'b' } });
    await becomesLive();
    await expect(collection.updateOne({ _id: 1 }, { $set: { 'owner.name': 'a' } })).rejects.toMatchObject({
      code: 11000,
    });
    expect(await collection.countDocuments({ 'owner.name': 'a', 'state.live': true })).toBe(1);
  });

  test('a missing field counts as null, unless the index is sparse', async () => {
    const plain = database.freshCollection();
    await plain.createIndex({ email: 1 }, { unique: true });
    await plain.insertOne({ _id: 1 });
    await expect(plain.insertOne({ _id: 2 })).rejects.toMatchObject({ code: 11000, keyValue: { email: null } });
    const sparse = database.freshCollection();
    await sparse.createIndex({ email: 1 }, { unique: true, sparse: true });
    await sparse.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3, email: null }]);
    await expect(sparse.insertOne({ _id: 4, email: null })).rejects.toMatchObject({ code: 11000 });
  });

  test('a partial unique index binds only what its filter covers', async () => {
    const collection = database.freshCollection();
    const partialFilterExpression = { live: true };
    await collection.createIndex({ unit: 1 }, { unique: true, partialFilterExpression });
    await collection.insertMany([
      { _id: 1, unit: 'u', live: false },
      { _id: 2, unit: 'u', live: true },
    ]);
    await collection.insertOne({ _id: 3, unit: 'u', live: false });
    await expect(collection.insertOne({ _id: 4, unit: 'u', live: true })).rejects.toMatchObject({ code: 11000 });
    await expect(collection.updateOne({ _id: 1 }, { $set: { live: true } })).rejects.toMatchObject({ code: 11000 });
    expect(await collection.countDocuments({ unit: 'u' })).toBe(3);
    expect(await collection.countDocuments({ unit: 'u', live: true })).toBe(1);
    await collection.updateOne({ _id: 2 }, { $set: { live: false } });
    await collection.updateOne({ _id: 1 }, { $set: { live: true } });
  });

  test.each([
    ['$exists: false', { a: { $exists: false } }],
    ['$ne', { a: { $ne: 1 } }],
    ['$nin', { a: { $nin: [1] } }],
    ['$not', { a: { $not: { $gt: 1 } } }],
    ['a regular expression', { a: /^b/ }],
    ['one of these inside $and', { $and: [{ b: 1 }, { a: { $ne: 1 } }] }],
  ])('a partial index by %s is refused', async (_name, partialFilterExpression) => {
    const collection = database.freshCollection();
    await collection.insertOne({ _id: 1 });
    await expect(collection.createIndex({ c: 1 }, { partialFilterExpression })).rejects.toMatchObject({ code: 67 });
    expect(await collection.indexes()).toHaveLength(1);
  });

  test('of several indexes that are made at once none is kept when one cannot be made', async () => {
    const collection = database.freshCollection();
    await collection.insertMany([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    const made = collection.createIndexes([{ key: { b: 1 } }, { key: { a: 1 }, unique: true }]);
    await expect(made).rejects.toMatchObject({ code: 11000 });
    expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_']);
  });

  test('a multikey unique index binds elements across documents, not inside one', async () => {
    const collection = database.freshCollection();
    await collection.createIndex({ 'attempts.no': 1 }, { unique: true });
    await collection.insertOne({ _id: 1, attempts: [{ no: 'a' }, { no: 'b' }, { no: 'b' }] });
    await expect(collection.insertOne({ _id: 2, attempts: [{ no: 'c' }, { no: 'a' }] })).rejects.toMatchObject({
      code: 11000,
    });
    const removal: mongoose.mongo.Document = { $pull: { attempts: { no: 'a' } } };
    await collection.updateOne({ _id: 1 }, removal);
    await collection.insertOne({ _id: 2, attempts: [{ no: 'c' }, { no: 'a' }] });
    expect(await collection.findOne({ 'attempts.no': 'a' })).toMatchObject({ _id: 2 });
  });

  test('numbers of different types are one key, binary data is compared by its bytes', async () => {
    const collection = database.freshCollection();
    await collection.createIndex({ k: 1 }, { unique: true });
    const { Binary, Double } = mongoose.mongo;
    await collection.insertMany([
      { _id: 1, k: 1 },
      { _id: 2, k: new Binary(Buffer.from([1])) },
    ]);
    await collection.insertOne({ _id: 3, k: new Binary(Buffer.from([2])) });
    await expect(collection.insertOne({ _id: 4, k: new Double(1) })).rejects.toMatchObject({ code: 11000 });
    await expect(collection.insertOne({ _id: 5, k: new Binary(Buffer.from([2])) })).rejects.toMatchObject({
      code: 11000,
    });
  });

  test('an index cannot become unique over duplicates', async () => {
    const collection = database.freshCollection();
    await collection.insertMany([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    await expect(collection.createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await collection.indexes()).toHaveLength(1);
  });
});

test('queries answer the same with an index as without', async () => {
  const collection = database.freshCollection();
  const documents = Array.from({ length: 60 }, (_, n) => ({ _id: n, a: n % 5, b: n % 3, tags: [n % 7, n % 4] }));
  await collection.insertMany(documents);
  const filters = [
    { a: 2 },
    { a: { $in: [1, 4] } },
    { a: 2, b: 1 },
    { a: { $in: [1, 2] }, b: { $gt: 0 } },
    { tags: 3 },
    { tags: 3, a: { $lt: 3 } },
    { a: null },
    { a: { $ne: 2 } },
    { $and: [{ a: 1 }, { b: 2 }] },
  ];
  const ask = () =>
    Promise.all(
      filters.map((filter) =>
        collection
          .find(filter as object)
          .sort({ _id: 1 })
          .toArray(),
      ),
    );
  const before = await ask();
  await collection.createIndexes([{ key: { a: 1, b: 1 } }, { key: { tags: 1 } }]);
  expect(await ask()).toEqual(before);
  expect(before.map((found) => found.length)).toEqual([12, 24, 4, 16, 21, 13, 0, 48, 4]);
});

test('indexes are listed, kept when made again, refused when they contradict, and dropped', async () => {
  const collection = database.freshCollection();
  await collection.createIndex({ a: 1, b: -1 }, { unique: true });
  await collection.createIndex({ at: 1 }, { expireAfterSeconds: 3600 });
  await collection.createIndex({ c: 1 }, { partialFilterExpression: { c: { $gt: 5 } } });
  await collection.createIndex({ a: 1, b: -1 }, { unique: true });
  expect(await collection.indexes()).toMatchObject([
    { name: '_id_', key: { _id: 1 } },
    { name: 'a_1_b_-1', key: { a: 1, b: -1 }, unique: true },
    { name: 'at_1', expireAfterSeconds: 3600 },
    { name: 'c_1', partialFilterExpression: { c: { $gt: 5 } } },
  ]);
  await expect(collection.createIndex({ a: 1, b: -1 })).rejects.toMatchObject({
    codeName: expect.stringMatching(/^Index(Options|KeySpecs)Conflict$/),
  });
  await expect(collection.createIndex({ at: 1 }, { name: 'other' })).rejects.toMatchObject({ code: 85 });
  await collection.dropIndex('at_1');
  await expect(collection.dropIndex('at_1')).rejects.toMatchObject({ code: 27 });
  await collection.dropIndexes();
  expect(await collection.indexes()).toHaveLength(1);
});

test('mongoose makes and synchronizes the indexes of a schema', async () => {
  const schema = new mongoose.Schema({ email: { type: String, unique: true }, at: { type: Date, expires: 60 } });
  const Account = database.connection.model('Account', schema);
  await Account.init();
  expect(await Account.syncIndexes()).toEqual([]);
  await Account.create({ email: 'a@example.com', at: new Date() });
  await expect(Account.create({ email: 'a@example.com' })).rejects.toMatchObject({ code: 11000 });
});

test('explain says which index a find uses', async () => {
  const collection = database.freshCollection();
  await collection.createIndex({ a: 1 });
  await collection.insertMany([
    { _id: 1, a: 1 },
    { _id: 2, a: 2 },
  ]);
  const withIndex = await collection.find({ a: 1 }).explain('executionStats');
  expect(JSON.stringify(withIndex)).toContain('IXSCAN');
  expect(withIndex.executionStats).toMatchObject({ nReturned: 1, totalDocsExamined: 1 });
  expect(JSON.stringify(await collection.find({ b: 1 }).explain('executionStats'))).toContain('COLLSCAN');
});

test('collections are made, listed and dropped', async () => {
  const { db } = database;
  await db.createCollection('made');
  const names = (await db.listCollections({ name: 'made' }).toArray()).map(({ name }) => name);
  expect(names).toEqual(['made']);
  await db.collection('made').drop();
  expect(await db.listCollections({ name: 'made' }).toArray()).toEqual([]);
  expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  expect(await db.stats()).toMatchObject({ db: db.databaseName });
});
