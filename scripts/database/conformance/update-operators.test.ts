import mongoose from 'mongoose';
import { type OpenTestDatabase, openTestDatabase } from './open-test-database';

const { Double, Long, ObjectId } = mongoose.mongo;
let database: OpenTestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Looser than the driver's types, which know no paths without a schema. */
type Update = mongoose.mongo.Document;

const cases: [name: string, before: object, update: Update, after: object][] = [
  ['$set makes embedded documents', { a: 1 }, { $set: { 'b.c.d': 2, a: 3 } }, { a: 3, b: { c: { d: 2 } } }],
  ['$set by position fills with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  [
    '$unset removes, in arrays leaves null',
    { a: 1, b: [1, 2] },
    { $unset: { a: '', 'b.0': '', z: '' } },
    { b: [null, 2] },
  ],
  ['$inc adds, and starts from nothing', { a: 1, b: 1.5 }, { $inc: { a: 2, b: 1, c: 5 } }, { a: 3, b: 2.5, c: 5 }],
  ['$min and $max', { a: 5, b: 5 }, { $min: { a: 3, b: 9, c: 1 }, $max: { d: 2 } }, { a: 3, b: 5, c: 1, d: 2 }],
  ['$max across types', { a: 5 }, { $max: { a: 'text' } }, { a: 'text' }],
  ['$push one', { a: [1] }, { $push: { a: [2] } }, { a: [1, [2]] }],
  ['$push into nothing', {}, { $push: { 'a.b': 1 } }, { a: { b: [1] } }],
  ['$push $each $position', { a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
  [
    '$push $each $position from the end',
    { a: [1, 4] },
    { $push: { a: { $each: [2, 3], $position: -1 } } },
    { a: [1, 2, 3, 4] },
  ],
  ['$push $each $slice', { a: [1, 2] }, { $push: { a: { $each: [3, 4], $slice: -3 } } }, { a: [2, 3, 4] }],
  ['$push $each $sort', { a: [3, 1] }, { $push: { a: { $each: [2], $sort: -1 } } }, { a: [3, 2, 1] }],
  [
    '$push $each $sort by two fields, then $slice',
    {
      a: [
        { x: 1, y: 1 },
        { x: 2, y: 5 },
      ],
    },
    { $push: { a: { $each: [{ x: 1, y: 9 }], $sort: { x: 1, y: -1 }, $slice: 2 } } },
    {
      a: [
        { x: 1, y: 9 },
        { x: 1, y: 1 },
      ],
    },
  ],
  ['$pull a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull by operators', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  ['$pull by a filter on documents', { a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
  ['$pull with $in', { a: ['x', 'y', 'z'] }, { $pull: { a: { $in: ['x', 'z'] } } }, { a: ['y'] }],
  ['$pullAll', { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ['$addToSet', { a: [1] }, { $addToSet: { a: 1, b: 2 } }, { a: [1], b: [2] }],
  ['$addToSet $each', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
  [
    '$addToSet minds field order',
    { a: [{ x: 1, y: 2 }] },
    { $addToSet: { a: { y: 2, x: 1 } } },
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ],
  ['$setOnInsert does nothing to what exists', { a: 1 }, { $setOnInsert: { a: 2, b: 3 } }, { a: 1 }],
];

describe('update operators', () => {
  test.each(cases)('%s', async (_, before, update, after) => {
    const collection = database.freshCollection();
    await collection.insertOne({ _id: 1, ...before });
    const result = await collection.updateOne({ _id: 1 }, update);
    expect(result.matchedCount).toBe(1);
    expect(result.modifiedCount).toBe(JSON.stringify(before) === JSON.stringify(after) ? 0 : 1);
    const found = await collection.findOne({ _id: 1 });
    expect(JSON.stringify(found)).toBe(JSON.stringify({ _id: 1, ...after }));
  });

  test('new fields appear in the order of their names', async () => {
    const collection = database.freshCollection();
    await collection.insertOne({ _id: 1 });
    await collection.updateOne({ _id: 1 }, { $set: { z: 1, a: 1 }, $inc: { m: 1 } });
    expect(Object.keys((await collection.findOne({}))!)).toEqual(['_id', 'a', 'm', 'z']);
  });

  test('$inc keeps the number type, and grows an int into a long', async () => {
    const collection = database.freshCollection();
    await collection.insertOne({ _id: 1, i: 2147483647, d: new Double(1), l: Long.fromString('9007199254740992') });
    await collection.updateOne({ _id: 1 }, { $inc: { i: 1, d: 1, l: 1 } });
    const found = await collection.findOne({}, { promoteValues: false });
    expect(found).toMatchObject({ i: { _bsontype: 'Long' }, d: { _bsontype: 'Double' } });
    expect(String(found!.l)).toBe('9007199254740993');
  });

  test('$currentDate sets a date', async () => {
    const collection = database.freshCollection();
    await collection.insertOne({ _id: 1 });
    const update: Update = { $currentDate: { at: true, also: { $type: 'date' } } };
    await collection.updateOne({ _id: 1 }, update);
    expect(await collection.findOne({})).toEqual({ _id: 1, at: expect.any(Date), also: expect.any(Date) });
  });

  test('an update that changes nothing matches without modifying', async () => {
    const collection = database.freshCollection();
    await collection.insertOne({ _id: 1, a: 1 });
    const result = await collection.updateOne({ _id: 1 }, { $set: { a: 1 } });
    expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 0 });
  });

  test.each([
    ['two operators on one path', { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    ['a path and a path below it', { $set: { a: 1, 'a.b': 1 } }, 40],
    ['$inc of a text', { $inc: { text: 1 } }, 14],
    ['$push to a number', { $push: { number: 1 } }, 2],
    ['a field below a number', { $set: { 'number.x': 1 } }, 28],
    ['a change of _id', { $set: { _id: 2 } }, 66],
    ['an empty part of a path', { $set: { 'a..b': 1 } }, 56],
  ])('%s is an error and changes nothing', async (_, update, code) => {
    const collection = database.freshCollection();
    await collection.insertOne({ _id: 1, text: 'x', number: 1 });
    await expect(collection.updateOne({ _id: 1 }, update as Update)).rejects.toMatchObject({ code });
    expect(await collection.findOne({})).toEqual({ _id: 1, text: 'x', number: 1 });
  });
});

describe('updates of array elements', () => {
  const order = {
    _id: 1,
    items: [
      { k: 'a', n: 1 },
      { k: 'b', n: 2 },
      { k: 'c', n: 3 },
    ],
    codes: [5, 6, 7],
  };

  test.each([
    ['$ by a field of the element', { 'items.k': 'b' }, { $set: { 'items.$.n': 9 } }, [1, 9, 3]],
    ['$ by $elemMatch', { items: { $elemMatch: { k: 'c', n: 3 } } }, { $inc: { 'items.$.n': 6 } }, [1, 2, 9]],
    ['$ inside $and', { $and: [{ _id: 1 }, { 'items.n': { $gt: 1 } }] }, { $set: { 'items.$.n': 9 } }, [1, 9, 3]],
    ['$ inside $or', { $or: [{ 'items.k': 'zz' }, { 'items.k': 'c' }] }, { $set: { 'items.$.n': 9 } }, [1, 2, 9]],
    ['$[] for all', { _id: 1 }, { $inc: { 'items.$[].n': 10 } }, [11, 12, 13]],
  ])('%s', async (_, filter, update, numbers) => {
    const collection = database.freshCollection();
    await collection.insertOne(structuredClone(order));
    await collection.updateOne(filter as object, update as Update);
    const found = await collection.findOne({});
    expect((found!.items as { n: number }[]).map((item) => item.n)).toEqual(numbers);
  });

  test('$[identifier] with arrayFilters', async () => {
    const collection = database.freshCollection();
    await collection.insertOne(structuredClone(order));
    await collection.updateOne(
      { _id: 1 },
      { $set: { 'items.$[late].n': 0, 'codes.$[big]': -1 } },
      { arrayFilters: [{ $or: [{ 'late.k': 'a' }, { 'late.n': { $gte: 3 } }] }, { big: { $gt: 5 } }] },
    );
    const found = await collection.findOne({});
    expect(found).toMatchObject({ items: [{ n: 0 }, { n: 2 }, { n: 0 }], codes: [5, -1, -1] });
  });

  test('$[identifier] means what an element was before the update, also for its own field', async () => {
    const collection = database.freshCollection();
    await collection.insertOne(structuredClone(order));
    await collection.updateOne(
      { _id: 1 },
      { $set: { 'items.$[first].k': 'z', 'items.$[first].n': 7 }, $inc: { 'items.$[first].tries': 1 } },
      { arrayFilters: [{ 'first.k': 'a' }] },
    );
    const found = await collection.findOne({});
    expect(found?.items?.[0]).toEqual({ k: 'z', n: 7, tries: 1 });
    expect(found?.items?.slice(1)).toEqual(order.items.slice(1));
  });

  test('a position that was not matched, a filter that is missing or unused', async () => {
    const collection = database.freshCollection();
    await collection.insertOne(structuredClone(order));
    const update = (u: Update, arrayFilters?: mongoose.mongo.Document[]) =>
      collection.updateOne({ _id: 1 }, u, arrayFilters ? { arrayFilters } : {});
    await expect(update({ $set: { 'items.$.n': 1 } })).rejects.toMatchObject({ code: 2 });
    await expect(update({ $set: { 'items.$[x].n': 1 } })).rejects.toMatchObject({ code: 2 });
    await expect(update({ $set: { a: 1 } }, [{ 'x.n': 1 }])).rejects.toMatchObject({ code: 9 });
    expect(await collection.findOne({})).toEqual(order);
  });
});

describe('upserts, replacements and findAndModify', () => {
  test('an upsert starts from the equalities of the filter and applies $setOnInsert', async () => {
    const collection = database.freshCollection();
    const filter = { _id: 7, 'a.b': 1, c: { $eq: 2 }, d: { $gt: 5 }, $and: [{ e: 3 }] };
    const result = await collection.updateOne(filter, { $set: { f: 4 }, $setOnInsert: { g: 5 } }, { upsert: true });
    expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 7 });
    expect(await collection.findOne({})).toEqual({ _id: 7, a: { b: 1 }, c: 2, e: 3, f: 4, g: 5 });
  });

  test('an upsert makes an _id of its own', async () => {
    const collection = database.freshCollection();
    const result = await collection.updateOne({ a: 1 }, { $inc: { n: 1 } }, { upsert: true });
    expect(result.upsertedId).toBeInstanceOf(ObjectId);
    await collection.updateOne({ a: 1 }, { $inc: { n: 1 } }, { upsert: true });
    expect(await collection.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ a: 1, n: 2 }]);
  });

  test('replaceOne keeps the _id', async () => {
    const collection = database.freshCollection();
    await collection.insertOne({ _id: 1, a: 1, b: 2 });
    await collection.replaceOne({ a: 1 }, { c: 3 });
    expect(await collection.findOne({})).toEqual({ _id: 1, c: 3 });
    await collection.replaceOne({ _id: 2 }, { d: 4 }, { upsert: true });
    expect(await collection.findOne({ _id: 2 })).toEqual({ _id: 2, d: 4 });
  });

  test('updateMany and deleteMany count what they did', async () => {
    const collection = database.freshCollection();
    await collection.insertMany([1, 2, 3].map((n) => ({ _id: n, n })));
    expect(await collection.updateMany({ n: { $gt: 1 } }, { $set: { n: 3 } })).toMatchObject({
      matchedCount: 2,
      modifiedCount: 1,
    });
    expect((await collection.deleteOne({ n: 3 })).deletedCount).toBe(1);
    expect((await collection.deleteMany({})).deletedCount).toBe(2);
  });

  test('findOneAndUpdate returns before or after, sorted and projected', async () => {
    const collection = database.freshCollection();
    await collection.insertMany([
      { _id: 1, p: 2, n: 0 },
      { _id: 2, p: 1, n: 0 },
    ]);
    const options = { sort: { p: 1 as const }, projection: { n: 1 } };
    expect(await collection.findOneAndUpdate({}, { $inc: { n: 1 } }, options)).toEqual({ _id: 2, n: 0 });
    expect(await collection.findOneAndUpdate({}, { $inc: { n: 1 } }, { ...options, returnDocument: 'after' })).toEqual({
      _id: 2,
      n: 2,
    });
    expect(await collection.findOneAndUpdate({ _id: 9 }, { $set: { n: 1 } })).toBeNull();
    expect(
      await collection.findOneAndUpdate({ _id: 9 }, { $set: { n: 1 } }, { upsert: true, returnDocument: 'after' }),
    ).toEqual({ _id: 9, n: 1 });
    expect(await collection.findOneAndDelete({ _id: 9 })).toEqual({ _id: 9, n: 1 });
    expect(await collection.findOneAndReplace({ _id: 1 }, { x: 1 }, { returnDocument: 'after' })).toEqual({
      _id: 1,
      x: 1,
    });
  });

  test('of 50 clients that compare and set, exactly one wins', async () => {
    const schema = new mongoose.Schema({ status: String, revision: Number, winner: Number, history: [Number] });
    const Order = database.connection.model('Order', schema);
    const { _id } = await Order.create({ status: 'submitted', revision: 1 });
    const attempts = await Promise.all(
      Array.from({ length: 50 }, (_, client) =>
        Order.findOneAndUpdate(
          { _id, status: 'submitted', revision: 1 },
          { $set: { status: 'approved', winner: client }, $inc: { revision: 1 }, $push: { history: client } },
          { returnDocument: 'after' },
        ),
      ),
    );
    const winners = attempts.filter((order) => order !== null);
    expect(winners).toHaveLength(1);
    const order = await Order.findById(_id);
    expect(order).toMatchObject({ status: 'approved', revision: 2, winner: winners[0]!.winner });
    expect(order!.history).toHaveLength(1);
  });

  test('50 clients count to 50 with $inc', async () => {
    const collection = database.freshCollection();
    await Promise.all(
      Array.from({ length: 50 }, () => collection.updateOne({ _id: 'n' }, { $inc: { n: 1 } }, { upsert: true })),
    );
    expect(await collection.findOne({})).toEqual({ _id: 'n', n: 50 });
  });
});
