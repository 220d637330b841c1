import mongoose from 'mongoose';
import { type OpenTestDatabase, openTestDatabase, type TestDocument } from './open-test-database';

const { Binary, Double, Int32, Long, ObjectId, MinKey } = mongoose.mongo;
let database: OpenTestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const id = new ObjectId();
const documents: Record<string, TestDocument[]> = {
  numbers: [
    { _id: 1, n: new Int32(5) },
    { _id: 2, n: new Double(5) },
    { _id: 3, n: Long.fromNumber(5) },
    { _id: 4, n: 5.5 },
    { _id: 5, n: '5' },
    { _id: 6, n: null },
    { _id: 7 },
    { _id: 8, n: [1, 9] },
    { _id: 9, n: Number.NaN },
    { _id: 10, n: Long.fromString('9007199254740993') },
  ],
  shapes: [
    { _id: 1, a: { x: 1, y: 2 } },
    { _id: 2, a: { y: 2, x: 1 } },
    { _id: 3, a: [{ x: 1 }, { x: 3, y: 4 }] },
    { _id: 4, a: [] },
    { _id: 5, a: [[1, 2], 3] },
    { _id: 6, a: 'Text\n' },
    { _id: 7, a: new Binary(Buffer.from([1, 2, 3])) },
    { _id: 8, a: new Binary(Buffer.from([1, 2, 4])) },
    { _id: 9, a: id },
    { _id: 10, a: new Date(0) },
    { _id: 11, a: true },
    { _id: 12, a: [1, 2] },
    { _id: 13, a: [5, 1, 2] },
  ],
};

const cases: [name: string, set: string, filter: object, ids: number[]][] = [
  ['equality finds a number of any type, and in arrays', 'numbers', { n: 5 }, [1, 2, 3]],
  ['equality with an array element', 'numbers', { n: 9 }, [8]],
  ['equality with null finds missing too', 'numbers', { n: null }, [6, 7]],
  ['$eq', 'numbers', { n: { $eq: '5' } }, [5]],
  ['$ne leaves out documents where any element equals', 'numbers', { n: { $ne: 9 } }, [1, 2, 3, 4, 5, 6, 7, 9, 10]],
  ['$in with null', 'numbers', { n: { $in: [5.5, null] } }, [4, 6, 7]],
  ['$nin', 'numbers', { n: { $nin: [5, null, '5'] } }, [4, 8, 9, 10]],
  ['$gt compares only within the type', 'numbers', { n: { $gt: 5 } }, [4, 8, 10]],
  ['$gte and $lte', 'numbers', { n: { $gte: 5, $lte: 5 } }, [1, 2, 3, 8]],
  ['$lt on strings', 'numbers', { n: { $lt: '6' } }, [5]],
  ['$gte null finds null and missing', 'numbers', { n: { $gte: null } }, [6, 7]],
  ['longs beyond 2^53 are exact', 'numbers', { n: Long.fromString('9007199254740993') }, [10]],
  ['longs beyond 2^53 do not equal their neighbour', 'numbers', { n: 9007199254740992 }, []],
  ['NaN equals itself', 'numbers', { n: Number.NaN }, [9]],
  ['$exists true', 'numbers', { n: { $exists: true } }, [1, 2, 3, 4, 5, 6, 8, 9, 10]],
  ['$exists false', 'numbers', { n: { $exists: false } }, [7]],
  ['$type by alias', 'numbers', { n: { $type: 'double' } }, [2, 4, 9]],
  ['$type number', 'numbers', { n: { $type: 'number' } }, [1, 2, 3, 4, 8, 9, 10]],
  ['$type by number', 'numbers', { n: { $type: [2, 10] } }, [5, 6]],
  ['$not', 'numbers', { n: { $not: { $gt: 5 } } }, [1, 2, 3, 5, 6, 7, 9]],
  ['$and', 'numbers', { $and: [{ n: { $gt: 0 } }, { n: { $lt: 5.2 } }] }, [1, 2, 3, 8]],
  ['$or', 'numbers', { $or: [{ n: '5' }, { n: 5.5 }] }, [4, 5]],
  ['$nor', 'numbers', { $nor: [{ n: { $exists: true } }, { _id: 99 }] }, [7]],
  ['a sub-document compares with its field order', 'shapes', { a: { x: 1, y: 2 } }, [1]],
  ['a dotted path goes into documents and arrays', 'shapes', { 'a.x': 1 }, [1, 2, 3]],
  ['a dotted path by position', 'shapes', { 'a.1.x': 3 }, [3]],
  ['a dotted path and null', 'shapes', { 'a.z': null }, [1, 2, 3, 6, 7, 8, 9, 10, 11]],
  ['conditions on different elements', 'shapes', { 'a.x': 1, 'a.y': 4 }, [3]],
  ['$elemMatch needs one element for all', 'shapes', { a: { $elemMatch: { x: 1, y: 4 } } }, []],
  ['$elemMatch on documents', 'shapes', { a: { $elemMatch: { x: 3, y: 4 } } }, [3]],
  ['$elemMatch on values', 'shapes', { a: { $elemMatch: { $gt: 2, $lt: 6 } } }, [5, 13]],
  ['$size', 'shapes', { a: { $size: 2 } }, [3, 5, 12]],
  ['$all', 'shapes', { a: { $all: [2, 1] } }, [12, 13]],
  ['equality with a whole array, also nested', 'shapes', { a: [1, 2] }, [5, 12]],
  ['an empty array', 'shapes', { a: [] }, [4]],
  ['binary equality by bytes', 'shapes', { a: new Binary(Buffer.from([1, 2, 4])) }, [8]],
  ['an ObjectId', 'shapes', { a: id }, [9]],
  ['a date range', 'shapes', { a: { $lte: new Date(1) } }, [10]],
  ['a boolean', 'shapes', { a: true }, [11]],
  ['$type array', 'shapes', { a: { $type: 'array' } }, [3, 4, 5, 12, 13]],
  ['$regex with options', 'shapes', { a: { $regex: '^TEXT$', $options: 'i' } }, [6]],
  ['a bare regular expression', 'shapes', { a: /xt$/ }, [6]],
  ['a regular expression in $in', 'shapes', { a: { $in: [/^T/, true] } }, [6, 11]],
  ['$not with a regular expression', 'shapes', { a: { $not: /T/ }, _id: { $in: [6, 11] } }, [11]],
];

describe('query operators', () => {
  let collections: Record<string, ReturnType<OpenTestDatabase['freshCollection']>>;
  beforeAll(async () => {
    collections = { numbers: database.freshCollection(), shapes: database.freshCollection() };
    await collections.numbers!.insertMany(documents.numbers!);
    await collections.shapes!.insertMany(documents.shapes!);
  });

  test.each(cases)('%s', async (_, set, filter, ids) => {
    const found = await collections[set]!.find(filter).sort({ _id: 1 }).toArray();
    expect(found.map((document) => document._id)).toEqual(ids);
  });

  test('an unreadable filter is an error', async () => {
    await expect(collections.numbers!.find({ $and: [] }).toArray()).rejects.toMatchObject({ code: 2 });
    await expect(collections.numbers!.find({ n: { $in: 5 as never } }).toArray()).rejects.toMatchObject({ code: 2 });
    await expect(collections.numbers!.find({ n: { $size: -1 } }).toArray()).rejects.toMatchObject({ code: 2 });
  });
});

test('sorts values of all types in BSON order, and by the least or greatest element of arrays', async () => {
  const collection = database.freshCollection();
  const inOrder: unknown[] = [
    new MinKey(),
    null,
    -1,
    new Double(0.5),
    Long.fromNumber(1),
    '',
    'a',
    '\uffee',
    '😀',
    { a: 1 },
    { b: 0 },
  ];
  inOrder.push(new Binary(Buffer.from([9])), new Binary(Buffer.from([0, 0])), id, false, true, new Date(0), /a/);
  const shuffled = inOrder.map((value, position) => ({ _id: position, v: value })).reverse();
  await collection.insertMany([...shuffled.filter((_, i) => i % 2 === 0), ...shuffled.filter((_, i) => i % 2 === 1)]);
  const ascending = await collection.find().sort({ v: 1 }).toArray();
  expect(ascending.map((document) => document._id)).toEqual(inOrder.map((_, position) => position));
  const descending = await collection.find().sort({ v: -1 }).toArray();
  expect(descending.map((document) => document._id)).toEqual(inOrder.map((_, position) => position).reverse());

  const arrays = database.freshCollection();
  await arrays.insertMany([
    { _id: 1, v: [5, 9] },
    { _id: 2, v: 6 },
    { _id: 3, v: [] },
    { _id: 4 },
    { _id: 5, v: [1, 7] },
  ]);
  expect((await arrays.find().sort({ v: 1 }).toArray()).map((document) => document._id)).toEqual([3, 4, 5, 1, 2]);
  expect((await arrays.find().sort({ v: -1 }).toArray()).map((document) => document._id)).toEqual([1, 5, 2, 4, 3]);
});

test('projections keep or drop fields, also through arrays, in the order of the document', async () => {
  const collection = database.freshCollection();
  await collection.insertOne({ _id: 1, b: { y: 1, x: 2 }, a: [{ p: 1, q: 2 }, 5, { p: 3 }], c: 3 });
  const project = (projection: mongoose.mongo.Document) => collection.findOne({}, { projection });
  expect(JSON.stringify(await project({ c: 1, b: 1 }))).toBe('{"_id":1,"b":{"y":1,"x":2},"c":3}');
  expect(await project({ 'a.p': 1, _id: 0 })).toEqual({ a: [{ p: 1 }, { p: 3 }] });
  expect(await project({ 'a.p': 0, b: 0 })).toEqual({ _id: 1, a: [{ q: 2 }, 5, {}], c: 3 });
  expect(await project({ _id: 1 })).toEqual({ _id: 1 });
  expect(await project({ _id: 0 })).toEqual({ b: { y: 1, x: 2 }, a: [{ p: 1, q: 2 }, 5, { p: 3 }], c: 3 });
  expect(await project({ b: { x: 1 } })).toEqual({ _id: 1, b: { x: 2 } });
  await expect(project({ a: 1, c: 0 })).rejects.toThrow();
  await expect(project({ a: 1, 'a.p': 1 })).rejects.toThrow();
});

test('skip, limit, count, distinct and estimated count', async () => {
  const collection = database.freshCollection();
  await collection.insertMany([1, 2, 3, 4, 5].map((n) => ({ _id: n, n: n % 3, tags: [`t${n % 2}`, 'all'] })));
  const page = await collection.find().sort({ _id: -1 }).skip(1).limit(2).toArray();
  expect(page.map((document) => document._id)).toEqual([4, 3]);
  expect(await collection.countDocuments({ n: 1 })).toBe(2);
  expect(await collection.countDocuments({ n: { $gte: 1 } }, { skip: 1, limit: 2 })).toBe(2);
  expect(await collection.estimatedDocumentCount()).toBe(5);
  expect((await collection.distinct('n')).sort()).toEqual([0, 1, 2]);
  expect((await collection.distinct('tags', { n: 1 })).sort()).toEqual(['all', 't0', 't1']);
});

test('numbers and other values come back with the BSON type they were stored with', async () => {
  const collection = database.freshCollection();
  const stored = {
    _id: 1,
    d: new Double(1),
    i: new Int32(1),
    l: Long.fromNumber(1),
    b: new Binary(Buffer.from('x'), 5),
  };
  await collection.insertOne(stored);
  const [raw] = await collection.find({}, { raw: true }).toArray();
  const { deserialize } = mongoose.mongo.BSON;
  const found = deserialize(raw as unknown as Uint8Array, { promoteValues: false });
  expect(found).toMatchObject({ d: { _bsontype: 'Double' }, i: { _bsontype: 'Int32' }, l: { _bsontype: 'Long' } });
  expect(found.b.sub_type).toBe(5);
});
