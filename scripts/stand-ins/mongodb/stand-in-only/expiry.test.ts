// Concerns the stand-in only: it lets a test move its clock.
import mongoose from 'mongoose';
import { type InProcessMongodbStandIn, startMongodbStandIn } from '../index';

interface Dated extends mongoose.mongo.Document {
  _id: number;
}

let standIn: InProcessMongodbStandIn;
let connection: mongoose.Connection;
let now = new Date('2026-11-22T00:00:00Z');
beforeAll(async () => {
  standIn = await startMongodbStandIn({ now: () => now });
  connection = await mongoose.createConnection(standIn.uri, { dbName: 'expiry' }).asPromise();
});
afterAll(async () => {
  await connection.close();
  await standIn.stop();
});

test('a TTL index lets documents go when their earliest date is long enough past', async () => {
  const collection = connection.db!.collection<Dated>('sessions');
  await collection.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
  await collection.insertMany([
    { _id: 1, at: new Date('2026-11-21T23:59:00Z') },
    { _id: 2, at: new Date('2026-11-22T00:00:00Z') },
    { _id: 3, at: [new Date('2026-11-21T00:00:00Z'), new Date('2030-01-01T00:00:00Z')] },
    { _id: 4, at: 'never' },
    { _id: 5 },
  ]);
  expect(await standIn.removeExpiredDocuments()).toBe(2);
  expect((await collection.find().toArray()).map(({ _id }) => _id)).toEqual([2, 4, 5]);
  now = new Date('2026-11-22T00:01:00Z');
  expect(await standIn.removeExpiredDocuments()).toBe(1);
  expect(await collection.findOne({ _id: 2 })).toBeNull();
});

test('a partial TTL index spares what its filter leaves out', async () => {
  const collection = connection.db!.collection<Dated>('drafts');
  await collection.createIndex({ at: 1 }, { expireAfterSeconds: 0, partialFilterExpression: { draft: true } });
  const at = new Date('2026-01-01T00:00:00Z');
  await collection.insertMany([
    { _id: 1, at, draft: true },
    { _id: 2, at, draft: false },
  ]);
  expect(await standIn.removeExpiredDocuments()).toBe(1);
  expect(await collection.findOne({ _id: 2 })).not.toBeNull();
});

test('a cursor nobody used for ten minutes is gone', async () => {
  const collection = connection.db!.collection('many');
  await collection.insertMany([{}, {}, {}]);
  const first = await connection.db!.command({ find: 'many', batchSize: 1 }, { promoteLongs: false });
  now = new Date(now.getTime() + 10 * 60_000);
  await connection.db!.command({ getMore: first.cursor.id, collection: 'many', batchSize: 1 });
  now = new Date(now.getTime() + 10 * 60_000 + 1);
  const late = connection.db!.command({ getMore: first.cursor.id, collection: 'many', batchSize: 1 });
  await expect(late).rejects.toMatchObject({ code: 43 });
});

test('$currentDate is the clock of the server', async () => {
  const collection = connection.db!.collection('stamped');
  await collection.updateOne({ a: 1 }, { $currentDate: { at: true } }, { upsert: true });
  expect(await collection.findOne({}, { projection: { _id: 0 } })).toEqual({ a: 1, at: now });
});
