import mongoose from 'mongoose';
import { type OpenTestDatabase, openTestDatabase } from './open-test-database';

let database: OpenTestDatabase;
let orders: ReturnType<OpenTestDatabase['freshCollection']>;
let units: ReturnType<OpenTestDatabase['freshCollection']>;

beforeAll(async () => {
  database = await openTestDatabase();
  orders = database.freshCollection();
  units = database.freshCollection();
  await units.insertMany([
    { _id: 'u1', name: '示例一' },
    { _id: 'u2', name: '示例二' },
  ]);
  await orders.insertMany([
    { _id: 1, unit: 'u1', status: 'paid', fen: 19500, tags: ['a', 'b'], at: new Date('2026-03-01T15:59:59Z') },
    { _id: 2, unit: 'u1', status: 'draft', fen: 26000, tags: [], at: new Date('2026-03-01T16:00:00Z') },
    { _id: 3, unit: 'u2', status: 'paid', fen: 26000, tags: ['b'], at: new Date('2026-03-02T01:00:00Z') },
    { _id: 4, unit: 'u9', status: 'paid', fen: 500 },
  ]);
});
afterAll(() => database.close());

const cases: [name: string, pipeline: mongoose.mongo.Document[], result: unknown[]][] = [
  [
    '$match, $group with accumulators, $sort',
    [
      { $match: { status: 'paid' } },
      {
        $group: { _id: '$unit', sum: { $sum: '$fen' }, n: { $sum: 1 }, max: { $max: '$fen' }, mean: { $avg: '$fen' } },
      },
      { $sort: { sum: -1 } },
    ],
    [
      { _id: 'u2', sum: 26000, n: 1, max: 26000, mean: 26000 },
      { _id: 'u1', sum: 19500, n: 1, max: 19500, mean: 19500 },
      { _id: 'u9', sum: 500, n: 1, max: 500, mean: 500 },
    ],
  ],
  [
    '$group by a document, with $first, $last, $push, $addToSet, $min',
    [
      { $sort: { _id: 1 } },
      {
        $group: {
          _id: { s: '$status' },
          first: { $first: '$_id' },
          last: { $last: '$_id' },
          all: { $push: '$_id' },
          prices: { $addToSet: '$status' },
          min: { $min: '$fen' },
        },
      },
      { $sort: { '_id.s': 1 } },
    ],
    [
      { _id: { s: 'draft' }, first: 2, last: 2, all: [2], prices: ['draft'], min: 26000 },
      { _id: { s: 'paid' }, first: 1, last: 4, all: [1, 3, 4], prices: ['paid'], min: 500 },
    ],
  ],
  ['$skip and $limit', [{ $sort: { _id: 1 } }, { $skip: 1 }, { $limit: 1 }, { $project: { _id: 1 } }], [{ _id: 2 }]],
  ['$count', [{ $match: { fen: 26000 } }, { $count: 'n' }], [{ n: 2 }]],
  ['$count of nothing', [{ $match: { fen: 1 } }, { $count: 'n' }], []],
  [
    '$unwind, with and without the empty ones',
    [{ $unwind: '$tags' }, { $sort: { _id: 1, tags: 1 } }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
      { _id: 3, tags: 'b' },
    ],
  ],
  [
    '$unwind that keeps empty arrays and gives positions',
    [
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
      { $match: { _id: { $gte: 2 } } },
      { $sort: { _id: 1 } },
      { $project: { tags: 1, i: 1 } },
    ],
    [
      { _id: 2, i: null },
      { _id: 3, tags: 'b', i: 0 },
      { _id: 4, i: null },
    ],
  ],
  [
    '$project and $addFields with expressions',
    [
      { $match: { _id: 1 } },
      { $addFields: { yuan: { $divide: ['$fen', 100] }, 'more.double': { $multiply: ['$fen', 2] } } },
      {
        $project: {
          _id: 0,
          yuan: 1,
          more: 1,
          isPaid: { $eq: ['$status', 'paid'] },
          label: { $concat: ['$unit', '-', { $toUpper: '$status' }] },
          short: { $substrCP: ['$status', 0, 2] },
          word: { $cond: [{ $gt: ['$fen', 20000] }, 'much', 'little'] },
          none: { $ifNull: ['$nothing', 'none'] },
          tagCount: { $size: '$tags' },
          second: { $arrayElemAt: ['$tags', 1] },
          kept: { $filter: { input: '$tags', as: 't', cond: { $ne: ['$$t', 'a'] } } },
          mapped: { $map: { input: '$tags', in: { $concat: ['<', '$$this', '>'] } } },
          has: { $in: ['a', '$tags'] },
          gone: '$nothing',
        },
      },
    ],
    [
      {
        yuan: 195,
        more: { double: 39000 },
        isPaid: true,
        label: 'u1-PAID',
        short: 'pa',
        word: 'little',
        none: 'none',
        tagCount: 2,
        second: 'b',
        kept: ['b'],
        mapped: ['<a>', '<b>'],
        has: true,
      },
    ],
  ],
  [
    'days in China time',
    [
      { $match: { at: { $exists: true } } },
      {
        $group: {
          _id: { $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' } },
          n: { $sum: 1 },
          start: { $min: { $dateTrunc: { date: '$at', unit: 'day', timezone: '+08:00' } } },
          year: { $first: { $year: '$at' } },
        },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: '2026-03-01', n: 1, start: new Date('2026-02-28T16:00:00Z'), year: 2026 },
      { _id: '2026-03-02', n: 2, start: new Date('2026-03-01T16:00:00Z'), year: 2026 },
    ],
  ],
  [
    '$facet',
    [
      {
        $facet: {
          total: [{ $count: 'n' }],
          page: [{ $sort: { _id: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }],
        },
      },
    ],
    [{ total: [{ n: 4 }], page: [{ _id: 4 }] }],
  ],
];

test.each(cases)('%s', async (_, pipeline, result) => {
  expect(await orders.aggregate(pipeline).toArray()).toEqual(result);
});

test('$lookup joins what a pipeline finds, of several collections in one command', async () => {
  const found = await units
    .aggregate([
      { $limit: 1 },
      { $project: { _id: 1 } },
      {
        $lookup: {
          from: orders.collectionName,
          pipeline: [
            { $match: { at: { $lte: new Date('2026-03-01T16:00:00Z') } } },
            { $sort: { _id: -1 } },
            { $limit: 2 },
            { $project: { _id: 0, fen: 1 } },
          ],
          as: 'early',
        },
      },
      { $lookup: { from: 'there_is_none', pipeline: [{ $match: {} }], as: 'none' } },
    ])
    .toArray();
  expect(found).toEqual([{ _id: 'u1', early: [{ fen: 26000 }, { fen: 19500 }], none: [] }]);
});

test('$lookup joins by equality', async () => {
  const found = await orders
    .aggregate([
      { $sort: { _id: 1 } },
      { $lookup: { from: units.collectionName, localField: 'unit', foreignField: '_id', as: 'owner' } },
      { $project: { owner: '$owner.name' } },
    ])
    .toArray();
  expect(found).toEqual([
    { _id: 1, owner: ['示例一'] },
    { _id: 2, owner: ['示例一'] },
    { _id: 3, owner: ['示例二'] },
    { _id: 4, owner: [] },
  ]);
});

test('groups keep number types and tell binary data apart', async () => {
  const collection = database.freshCollection();
  const { Binary, Double, Long } = mongoose.mongo;
  const key = (byte: number) => new Binary(Buffer.from([byte]));
  await collection.insertMany([
    { _id: 1, k: key(1), n: new Double(1) },
    { _id: 2, k: key(2), n: Long.fromString('9007199254740992') },
    { _id: 3, k: key(2), n: 1 },
  ]);
  const groups = await collection
    .aggregate([{ $group: { _id: '$k', n: { $sum: '$n' } } }, { $sort: { _id: 1 } }], { promoteValues: false })
    .toArray();
  expect(groups).toHaveLength(2);
  expect(groups[0]!.n).toMatchObject({ _bsontype: 'Double' });
  expect(String(groups[1]!.n)).toBe('9007199254740993');
});
