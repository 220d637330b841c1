// What tests ask of the stand-in, and a server only of whoever has many documents.
import { mongo } from 'mongoose';
import { type InProcessMongodbStandIn, startMongodbStandIn } from '../start-mongodb-stand-in';

interface Thing {
  _id: number;
  state?: string;
  at?: number;
  name?: string;
  tags?: string[];
}

let standIn: InProcessMongodbStandIn;
let client: mongo.MongoClient;
const things = () => client.db('x').collection<Thing>('things');

beforeEach(async () => {
  standIn = await startMongodbStandIn({ strict: { smallCollections: ['few'], shuffleSeed: 1 } });
  client = await new mongo.MongoClient(standIn.uri).connect();
  await things().createIndexes([
    { key: { state: 1, at: 1 } },
    { key: { tags: 1 }, sparse: true },
    { key: { name: 1 }, partialFilterExpression: { name: { $type: 'string' } } },
  ]);
  await things().insertMany(
    Array.from({ length: 50 }, (_, _id) => ({ _id, state: `s${_id % 5}`, at: _id, name: `n${_id}` })),
  );
  await client.db('x').collection<Thing>('few').insertOne({ _id: 1 });
  await client.db('admin').command({ setParameter: 1, notablescan: true });
});
afterEach(async () => {
  await client.close();
  await standIn.stop();
});

it.each<[string, () => Promise<unknown>]>([
  ['a field without an index', () => things().findOne({ at: 3 })],
  [
    'a field that is not the first of an index',
    () =>
      things()
        .find({ at: { $gt: 3 } })
        .toArray(),
  ],
  ['an order alone', () => things().find({ at: 3 }).sort({ _id: 1 }).limit(1).toArray()],
  [
    'one branch without an index',
    () =>
      things()
        .find({ $or: [{ _id: 1 }, { at: 3 }] })
        .toArray(),
  ],
  [
    'what a sparse index leaves out',
    () =>
      things()
        .find({ tags: { $exists: false } as never })
        .toArray(),
  ],
  ['a value of which a partial index by $type does not know the type', () => things().findOne({ name: 'n3' })],
  ['an unanchored expression', () => things().findOne({ state: /3/ })],
  ['an update', () => things().updateOne({ at: 3 }, { $set: { at: 4 } })],
  ['a removal', () => things().deleteOne({ at: 3 })],
  ['a change of the one that is found', () => things().findOneAndUpdate({ at: 3 }, { $set: { at: 4 } })],
  ['a count', () => things().countDocuments({ at: 3 })],
  ['distinct values', () => things().distinct('state', { at: 3 })],
  [
    'a join',
    () =>
      things()
        .aggregate([
          { $match: { _id: 1 } },
          { $lookup: { from: 'things', localField: 'at', foreignField: 'at', as: 'other' } },
        ])
        .toArray(),
  ],
])('refuses a query by %s, and tells who asks afterwards, without a value', async (_, ask) => {
  await expect(ask()).rejects.toMatchObject({ message: expect.stringContaining('no index for') });
  const refused = standIn.refusedQueries();
  expect(refused).toEqual([expect.stringMatching(/^no index for \w+ of things by \(.+\)/)]);
  expect(refused[0]).not.toMatch(/n3|[34]\b/);
});

it.each<[string, () => Promise<unknown>]>([
  [
    'values of the first fields',
    () =>
      things()
        .find({ state: 's1', at: { $gt: 3 } })
        .toArray(),
  ],
  ['an expression that is anchored', () => things().findOne({ state: /^s3/ })],
  [
    'branches with an index each',
    () =>
      things()
        .find({ $or: [{ _id: 1 }, { state: 's1' }] })
        .toArray(),
  ],
  [
    'what a sparse index holds',
    () =>
      things()
        .find({ tags: { $exists: true } as never })
        .toArray(),
  ],
  ['the type that a partial index is of', () => things().findOne({ name: { $eq: 'n3', $type: 'string' } })],
  ['the first in the order of an index', () => things().find().sort({ state: -1, at: -1 }).limit(2).toArray()],
  ['nothing at all', () => things().countDocuments({})],
  ['a collection that stays small', () => client.db('x').collection<Thing>('few').findOne({ at: 3 })],
  [
    'what is remarked to look at everything',
    () => things().find({ at: 3 }, { comment: 'scan: once a year' }).toArray(),
  ],
])('answers a query by %s', async (_, ask) => {
  await ask();
  expect(standIn.refusedQueries()).toEqual([]);
});

it('refuses nothing before it is told to, nor after it is told not to', async () => {
  await client.db('admin').command({ setParameter: 1, notablescan: false });
  expect(await things().findOne({ at: 3 })).toMatchObject({ _id: 3 });
});

it('shuffles what nobody sorted, always in the same way, and nothing that is sorted', async () => {
  const ids = async (filter: object) => (await things().find(filter).toArray()).map(({ _id }) => _id);
  const all = await ids({});
  const sorted = [...all].sort((a, b) => a - b);
  expect(all).not.toEqual(sorted);
  expect(await ids({})).toEqual(all);
  const some = await ids({ state: 's1' });
  expect(some).not.toEqual([...some].sort((a, b) => a - b));
  expect((await things().find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual(sorted);
});
