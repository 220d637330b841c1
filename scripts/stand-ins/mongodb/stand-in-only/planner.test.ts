// Whatever index is chosen, the answer is that of a search through everything.
import mongoose from 'mongoose';
import { type OpenTestDatabase, openTestDatabase } from '../../../database/conformance/open-test-database';
import { Collection } from '../engine/collection';

let database: OpenTestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const { Binary, Double, Long, ObjectId } = mongoose.mongo;

/** The same numbers in every run (mulberry32). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Where one has been in an index, its keys are not of use to count by any more. */
const LONG: readonly unknown[] = ['x'.repeat(500), `${'x'.repeat(500)}y`];
/** Near their beginning, and short enough for a key. */
const BESIDE_LONG: readonly unknown[] = ['x'.repeat(370), 'x'.repeat(380)];

const SHORT: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    3,
    3.5,
    new Double(Number.NaN),
    Number.NEGATIVE_INFINITY,
    Long.fromString('9007199254740993'),
  ],
  ...[new Double(9007199254740992), '', 'a', 'a\0', 'a\0b', 'ab', 'é', '𝒳', '\uffff'],
  ...[new Date(0), new Date(-1), new Date('2026-11-30'), new ObjectId('0123456789abcdef01234567')],
  ...[new Binary(Buffer.from([1, 2])), new Binary(Buffer.from([9])), { k: 1 }, { k: 'a', l: null }, {}],
];

function worldOf(seed: number, scalars: readonly unknown[]) {
  const below = numbersFrom(seed);
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  const value = (): unknown => {
    if (below(6) > 0) return one(scalars);
    return Array.from({ length: below(4) }, () => one(scalars));
  };
  const document = (_id: number): Record<string, unknown> & { _id: number } => ({
    _id,
    ...(below(5) > 0 && { a: value() }),
    ...(below(5) > 0 && { b: one(scalars) }),
    ...(below(5) > 0 && {
      e: below(3) > 0 ? Array.from({ length: below(3) }, () => ({ x: one(scalars) })) : { x: one(scalars) },
    }),
  });
  const condition = (): unknown => {
    const operator = one([
      '',
      '$eq',
      '$gt',
      '$gte',
      '$lt',
      '$lte',
      '$in',
      '$ne',
      '$exists',
      '$nin',
      'range',
      '$regex',
      '$type',
      '$not',
    ]);
    if (operator === '') return one(scalars);
    if (operator === '$in' || operator === '$nin') return { [operator]: [one(scalars), one(scalars), one(scalars)] };
    if (operator === '$exists') return { $exists: below(2) === 0 };
    if (operator === 'range') return { $gte: one(scalars), $lte: one(scalars) };
    if (operator === '$regex') return { $regex: one(['^a', '^ab?', '^x{2}', 'b', '^a\\.', '^(a)', '^a|b']) };
    if (operator === '$type') return { $type: one(['string', 'number', 'date', 'array', 'null', 'object']) };
    if (operator === '$not') return { $not: { [one(['$eq', '$gt', '$gte', '$lt', '$lte', '$ne'])]: one(scalars) } };
    return { [operator]: one(scalars) };
  };
  const simple = (): Record<string, unknown> => ({ [one(['a', 'b', 'e.x', '_id', 'b'])]: condition() });
  const filter = (): Record<string, unknown> => {
    const kind = below(10);
    if (kind === 0) return { $or: [simple(), simple()], ...simple() };
    if (kind === 1) return { e: { $elemMatch: { x: condition() } }, ...simple() };
    if (kind === 2) return { $and: [simple(), { $or: [simple(), simple()] }, simple()] };
    if (kind === 3) return { $or: [simple(), simple()] };
    if (kind === 4) return { a: { $elemMatch: { $gte: one(scalars), $lt: one(scalars) } } };
    if (kind === 5) return { b: { $type: 'string' }, 'e.x': one(scalars) };
    if (kind === 6) return { b: { $gt: 'a' }, a: one(scalars) };
    return { ...simple(), ...simple() };
  };
  const sort = (): Record<string, 1 | -1> => {
    const direction = (): 1 | -1 => (below(2) === 0 ? 1 : -1);
    return { ...(below(4) > 0 && { [one(['a', 'b', 'e.x', 'b'])]: direction() }), _id: direction() };
  };
  return { below, one, condition, document, filter, sort };
}

const INDEXES: readonly (readonly mongoose.mongo.IndexDescription[])[] = [
  [{ key: { a: 1 } }, { key: { b: 1, _id: 1 } }, { key: { 'e.x': 1 } }],
  [{ key: { b: -1, a: 1 } }, { key: { b: 1, 'e.x': -1 } }, { key: { 'e.x': -1, b: 1, _id: -1 } }],
  [
    { key: { a: 1 }, sparse: true },
    { key: { b: 1, a: -1 }, sparse: true },
    { key: { 'e.x': 1 }, sparse: true },
  ],
  [
    { key: { b: 1, _id: -1 }, name: 'b_is', partialFilterExpression: { b: { $exists: true } } },
    { key: { 'e.x': 1 }, name: 'b_text', partialFilterExpression: { b: { $type: 'string' } } },
    { key: { a: 1, b: 1 }, name: 'b_more', partialFilterExpression: { b: { $gte: 'a' } } },
  ],
];

test.each(INDEXES.map((indexes, seed) => [seed, indexes] as const))('queries of seed %i', async (seed, indexes) => {
  const world = worldOf(seed + 1, [...SHORT, ...LONG]);
  const [plain, indexed] = [database.freshCollection(), database.freshCollection()];
  await indexed.createIndexes([...indexes]);
  const documents = Array.from({ length: 120 }, (_, _id) => world.document(_id));
  for (const collection of [plain, indexed]) await collection.insertMany(documents.slice(0, 100));
  // Also after changes.
  for (const collection of [plain, indexed]) {
    for (const { _id, ...rest } of documents.slice(100)) await collection.replaceOne({ _id: _id % 37 }, rest);
    await collection.deleteMany({ _id: { $gt: 90 } });
  }
  const used = new Set<string>();
  for (let round = 0; round < 150; round += 1) {
    const filter = world.filter() as object;
    const [sort, skip, limit] = [world.sort(), world.below(3), world.below(12)];
    const ask = async ({ find }: { find: (typeof plain)['find'] }) =>
      (await find(filter, { sort, skip, limit, projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
    const answers = await Promise.all([plain, indexed].map((of) => ask({ find: of.find.bind(of) as typeof of.find })));
    expect({ filter, sort, skip, limit, found: answers[1] }).toEqual({ filter, sort, skip, limit, found: answers[0] });
    const explained = await indexed.find(filter).sort(sort).explain();
    for (const [, name] of JSON.stringify(explained).matchAll(/"indexName":"(.*?)"/g)) used.add(name as string);
  }
  // Else this would compare searches through everything with each other.
  expect([...used]).toEqual(expect.arrayContaining((await indexed.indexes()).map(({ name }) => name)));
});

it('counts what is in an index without reading a document', async () => {
  const { below, one, condition } = worldOf(7, [...SHORT, ...LONG, ...BESIDE_LONG]);
  const [plain, indexed] = [database.freshCollection(), database.freshCollection()];
  await indexed.createIndexes([{ key: { b: 1, c: -1, d: 1, _id: -1 } }, { key: { c: 1, d: -1, b: -1 } }]);
  const scalar = (name: string) => below(6) > 0 && { [name]: one([...SHORT, ...BESIDE_LONG]) };
  const documents = Array.from({ length: 300 }, (_, _id) => ({ _id, ...scalar('b'), ...scalar('c'), ...scalar('d') }));
  for (const collection of [plain, indexed]) await collection.insertMany(documents);
  const read = jest.spyOn(Collection.prototype, 'read');
  let withoutDocuments = 0;
  for (let round = 0; round < 400; round += 1) {
    const filter = {
      [one(['b', 'c'])]: condition(),
      d: condition(),
      ...(below(2) > 0 && { c: condition() }),
    } as object;
    read.mockClear();
    const total = await indexed.countDocuments(filter);
    if (total > 0 && read.mock.calls.length === 0) withoutDocuments += 1;
    expect({ filter, total }).toEqual({ filter, total: await plain.countDocuments(filter) });
  }
  expect(withoutDocuments).toBeGreaterThan(25);
});
