// Concerns the stand-in only: what it does not implement it refuses by name, also over an empty collection.
import mongoose from 'mongoose';
import { type MongodbStandIn, startMongodbStandIn } from '../index';

let standIn: MongodbStandIn;
let connection: mongoose.Connection;
beforeAll(async () => {
  standIn = await startMongodbStandIn();
  connection = await mongoose.createConnection(standIn.uri, { dbName: 'refusals' }).asPromise();
});
afterAll(async () => {
  await connection.close();
  await standIn.stop();
});

const command = (body: mongoose.mongo.Document) => connection.db!.command(body);
const find = (filter: object) => ({ find: 'c', filter });
const update = (u: unknown, q: object = {}) => ({ findAndModify: 'c', query: q, update: u, upsert: true });
const aggregate = (...pipeline: object[]) => ({ aggregate: 'c', pipeline, cursor: {} });
const { Decimal128, Code, DBRef, ObjectId } = mongoose.mongo;

const cases: [named: string, body: mongoose.mongo.Document][] = [
  ['mapReduce', { mapReduce: 'c' }],
  ['saslStart', { saslStart: 1 }],
  ['replSetGetStatus', { replSetGetStatus: 1 }],
  ['$where', find({ $where: 'true' })],
  ['$expr', find({ $expr: { $eq: ['$a', '$b'] } })],
  ['$text', find({ $text: { $search: 'x' } })],
  ['$near', find({ at: { $near: [0, 0] } })],
  ['$mod', find({ a: { $mod: [2, 0] } })],
  ['$bitsAllSet', find({ a: { $bitsAllSet: 1 } })],
  ['the keyword minimum of $jsonSchema', find({ $jsonSchema: { minimum: 1 } })],
  ["regular expression option 'x'", find({ a: { $regex: 'a', $options: 'x' } })],
  ['(?i)a', find({ a: { $regex: '(?i)a' } })],
  ['[[:alpha:]]', find({ a: { $regex: '[[:alpha:]]' } })],
  ["'collation'", { ...find({}), collation: { locale: 'zh' } }],
  ["'hint'", { ...find({}), hint: { _id: 1 } }],
  ["'tailable'", { ...find({}), tailable: true }],
  ['$slice in a projection', { ...find({}), projection: { b: { $slice: 1 } } }],
  ['a transaction', { ...find({}), txnNumber: mongoose.mongo.Long.fromNumber(1), autocommit: false }],
  ["readConcern 'snapshot'", { ...find({}), readConcern: { level: 'snapshot' } }],
  ['writeConcern w: 3', { insert: 'c', documents: [{}], writeConcern: { w: 3 } }],
  ['aggregation pipeline', update([{ $set: { a: 1 } }])],
  ['$rename', update({ $rename: { a: 'b' } })],
  ['$mul', update({ $mul: { a: 2 } })],
  ['$bit', update({ $bit: { a: { and: 1 } } })],
  ["'sort' of an update", { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } }, sort: { a: 1 } }] }],
  ['$in of one element', update({ $set: { b: 1 } }, { a: { $in: [1] } })],
  ['$merge', aggregate({ $merge: { into: 'x' } })],
  ['$out', aggregate({ $out: 'x' })],
  ['$bucket', aggregate({ $bucket: {} })],
  ['$graphLookup', aggregate({ $graphLookup: {} })],
  ['$changeStream', aggregate({ $changeStream: {} })],
  ["'let' of $lookup with a pipeline", aggregate({ $lookup: { from: 'x', let: {}, pipeline: [], as: 'y' } })],
  ['$function', aggregate({ $project: { a: { $function: {} } } })],
  ['$reduce', aggregate({ $project: { a: { $reduce: {} } } })],
  ['$stdDevPop', aggregate({ $group: { _id: null, a: { $stdDevPop: '$a' } } })],
  ['Nowhere/City', aggregate({ $project: { y: { $year: { date: '$at', timezone: 'Nowhere/City' } } } })],
  ['whole database', { aggregate: 1, pipeline: [], cursor: {} }],
  ['kind "2dsphere"', { createIndexes: 'c', indexes: [{ key: { at: '2dsphere' }, name: 'g' }] }],
  ['wildcards', { createIndexes: 'c', indexes: [{ key: { '$**': 1 }, name: 'w' }] }],
  ["index option 'collation'", { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a', collation: {} }] }],
  ['a validator by a', { create: 'x', validator: { a: 1 } }],
  ["validationAction 'warn'", { create: 'x', validator: { $jsonSchema: {} }, validationAction: 'warn' }],
  ['the keyword pattern of $jsonSchema', { create: 'x', validator: { $jsonSchema: { items: { pattern: 'a' } } } }],
  ["'index'", { collMod: 'c', index: {} }],
  ["'bypassDocumentValidation'", { insert: 'c', documents: [{}], bypassDocumentValidation: true }],
  ["'viewOn'", { create: 'x', viewOn: 'c' }],
  ['Decimal128', { insert: 'c', documents: [{ a: Decimal128.fromString('1') }] }],
  ['Code', { insert: 'c', documents: [{ a: new Code('x') }] }],
  ['DBRef', { insert: 'c', documents: [{ a: new DBRef('x', new ObjectId()) }] }],
];

test.each(cases)('%s is refused by name with code 238', async (named, body) => {
  const outcome = await command(body).then(
    (reply) => reply.writeErrors?.[0] ?? reply,
    (error: mongoose.mongo.MongoServerError) => ({ code: error.code, errmsg: error.message }),
  );
  expect(outcome).toMatchObject({ code: 238, errmsg: expect.stringContaining('use a real MongoDB') });
  expect(outcome.errmsg).toContain(named);
});

test('nothing was written by what was refused', async () => {
  expect(await connection.db!.collection('c').countDocuments()).toBe(0);
});

test('a positional update after conditions that matched different elements is refused', async () => {
  const collection = connection.db!.collection('positions');
  await collection.insertOne({
    items: [
      { a: 1, b: 2 },
      { a: 2, b: 1 },
    ],
  });
  const attempt = collection.updateOne({ 'items.a': 1, 'items.b': 1 }, { $set: { 'items.$.c': 1 } });
  await expect(attempt).rejects.toMatchObject({ code: 238 });
});

test('an integer-like field name that JavaScript would move is refused', async () => {
  const collection = connection.db!.collection('names');
  await collection.insertOne({ a: { b: 1 }, ok: { 1: 'x', 2: 'y' } });
  await expect(collection.updateOne({}, { $set: { 'a.5': 1 } })).rejects.toMatchObject({ code: 238 });
  const moved = new Map<string, number>([
    ['b', 1],
    ['5', 1],
  ]);
  await expect(collection.insertOne({ moved })).rejects.toMatchObject({ code: 238 });
  await collection.updateOne({}, { $set: { 'ok.3': 'z' } });
  expect(await collection.findOne({}, { projection: { _id: 0 } })).toEqual({
    a: { b: 1 },
    ok: { 1: 'x', 2: 'y', 3: 'z' },
  });
});

test('a busy port rejects with EADDRINUSE', async () => {
  await expect(startMongodbStandIn({ port: standIn.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('making a collection again is error 48, which mongoose knows how to take', async () => {
  await command({ create: 'twice' });
  await expect(command({ create: 'twice' })).rejects.toMatchObject({ code: 48 });
});
