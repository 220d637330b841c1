// A count reads no documents where a server needs none: when the bounds of an index say exactly what the filter does.
import { type OpenTestDatabase, openTestDatabase } from '../../../database/conformance/open-test-database';
import { Collection } from '../engine/collection';

let database: OpenTestDatabase;
type Filter = Parameters<ReturnType<OpenTestDatabase['freshCollection']>['find']>[0];

let things: ReturnType<OpenTestDatabase['freshCollection']>;
/** The same without an index. */
let plain: typeof things;
const read = jest.spyOn(Collection.prototype, 'read');
const entries = jest.spyOn(Collection.prototype, 'entries');

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

beforeAll(async () => {
  database = await openTestDatabase();
  [things, plain] = [database.freshCollection(), database.freshCollection()];
  await things.createIndexes([
    { key: { state: 1, at: 1, _id: 1, until: 1, number: -1 } },
    { key: { name: 1, state: -1 } },
    { key: { tags: 1 } },
    { key: { late: 1 }, sparse: true },
    { key: { state: 1, at: -1, flags: 1 }, partialFilterExpression: { flags: { $gt: 0 } } },
    { key: { state: 1, told: 1 }, name: 'told', partialFilterExpression: { hidden: true } },
  ]);
  const documents = Array.from({ length: 60 }, (_, index) => ({
    _id: index,
    state: index % 2 === 0 ? 'a' : 'b',
    at: index % 5 === 0 ? null : day(index),
    number: index % 7 === 0 ? `${index}` : index,
    name: `name ${index % 3}\0`,
    ...(index % 4 === 0 && { until: index % 8 === 0 ? null : day(index) }),
    ...(index % 3 === 0 && { tags: ['x', 'y'], late: true, hidden: true, told: index % 2 === 0 }),
    flags: index % 10,
  }));
  for (const collection of [things, plain]) await collection.insertMany(documents);
});
afterAll(() => database.close());
beforeEach(() => {
  read.mockClear();
  entries.mockClear();
});

async function expectedOf(filter: Filter): Promise<number> {
  const { length } = await plain.find(filter).toArray();
  expect(length).toBeGreaterThan(5);
  read.mockClear();
  entries.mockClear();
  return length;
}

const documentsRead = (): number => read.mock.calls.length + entries.mock.calls.length;

it.each<[string, Filter]>([
  ['a value', { state: 'a' }],
  ['values, one of which is descending', { name: 'name 1\0', state: { $in: ['a', 'b'] } }],
  ['a range', { state: 'a', at: { $gt: day(1) } }],
  ['anything but null', { state: 'a', at: { $ne: null } }],
  [
    'what is not beyond a bound, or is not there, behind a field that nothing is asked of',
    {
      state: 'a',
      until: { $not: { $gte: day(1) } },
    },
  ],
  [
    'all of it together',
    {
      $and: [{ state: 'a' }, { at: { $ne: null } }],
      until: { $not: { $gte: day(1) } },
      number: { $lt: 50 },
    },
  ],
  ['what a partial index is of and has a field for', { state: 'b', at: { $ne: null }, flags: { $gt: 0 } }],
  ['nothing at all', {}],
])('reads no document to count by %s', async (_, filter) => {
  const expected = await expectedOf(filter);
  expect(await things.countDocuments(filter)).toBe(expected);
  expect(await things.countDocuments(filter, { skip: 2, limit: 5 })).toBe(5);
  expect((await things.aggregate([{ $match: filter }, { $count: 'all' }]).toArray())[0]).toEqual({ all: expected });
  expect(documentsRead()).toBe(0);
});

it.each<[string, Filter]>([
  ['null, which may be missing', { state: 'a', at: null }],
  ['what is not there', { state: 'a', until: { $exists: false } }],
  ['what is there', { state: 'a', at: { $exists: true } }],
  ['a type', { state: 'a', at: { $type: 'date' } }],
  ['a field that is not in the index', { state: 'a', late: true }],
  ['a branch', { state: 'a', $or: [{ at: null }, { number: { $lt: 30 } }] }],
  ['an element of an array', { tags: 'x' }],
  ['what no element of an array is', { tags: { $not: { $gte: 'z' } } }],
  ['the beginning of a text', { name: /^name 1/ }],
  ['what a partial index is of and has no field for', { state: 'a', hidden: true, told: true }],
])('reads the documents to count by %s', async (_, filter) => {
  const expected = await expectedOf(filter);
  expect(await things.countDocuments(filter)).toBe(expected);
  expect(documentsRead()).toBeGreaterThanOrEqual(expected);
});

it('reads the documents of which a stage asks for a field', async () => {
  const grouped = await things.aggregate([{ $match: { state: 'a' } }, { $group: { _id: '$name' } }]).toArray();
  expect(grouped).toHaveLength(3);
  expect(documentsRead()).toBe(30);
});

it('reads no document before it leaves, where an index says that it matches', async () => {
  const cursor = things.find({ state: 'a', at: { $ne: null } }).sort({ at: 1 });
  expect(await cursor.batchSize(3).next()).toMatchObject({ state: 'a' });
  expect(documentsRead()).toBe(3);
  await cursor.close();
});
