import type { mongo } from 'mongoose';
import { type OpenTestDatabase, openTestDatabase, type TestDocument } from './open-test-database';

let database: OpenTestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

let number = 0;
async function judged($jsonSchema: object, options: object = {}): Promise<mongo.Collection<TestDocument>> {
  number += 1;
  return database.db.createCollection<TestDocument>(`judged${number}`, { validator: { $jsonSchema }, ...options });
}
async function refusalOf(write: Promise<unknown>) {
  try {
    await write;
  } catch (error) {
    return error as mongo.MongoServerError;
  }
  throw new Error('it was written');
}
const REFUSED = { code: 121, errmsg: 'Document failed validation' };

describe('bsonType', () => {
  it.each([
    ['string', 'a', 1],
    ['number', 1.5, '1'],
    ['bool', false, 0],
    ['date', new Date(0), '1970-01-01'],
    ['object', {}, []],
    ['array', [], {}],
    ['null', null, ''],
    [['string', 'null'], null, 1],
  ])('%s takes %j, not %j', async (bsonType, fits, other) => {
    const things = await judged({ properties: { a: { bsonType } } });
    await things.insertOne({ _id: 1, a: fits });
    await things.insertOne({ _id: 2 });
    expect(await refusalOf(things.insertOne({ _id: 3, a: other }))).toMatchObject(REFUSED);
    expect(await things.countDocuments()).toBe(2);
  });
});

test('required, enum, items, anyOf and additionalProperties hold at every depth', async () => {
  const part = { bsonType: 'object', required: ['kind'], properties: { kind: { enum: ['a', 1, null] } } };
  const things = await judged({
    required: ['_id', 'parts'],
    properties: {
      _id: {},
      parts: { bsonType: 'array', items: part },
      either: { anyOf: [{ bsonType: 'string' }, part] },
      counts: { bsonType: 'object', additionalProperties: { bsonType: 'number' } },
    },
    additionalProperties: false,
  });
  const fits = { parts: [{ kind: 'a', more: 1 }, { kind: 1 }, { kind: null }], either: 'b', counts: { any: 1 } };
  await things.insertOne({ _id: 1, ...fits });
  const unfit: object[] = [
    {},
    { ...fits, more: 1 },
    { ...fits, parts: {} },
    { ...fits, parts: [{}] },
    { ...fits, parts: [{ kind: 'a' }, { kind: 'b' }] },
    { ...fits, either: 1 },
    { ...fits, either: {} },
    { ...fits, counts: { any: '1' } },
  ];
  for (const document of unfit) {
    expect(await refusalOf(things.insertOne({ _id: 2, ...document }))).toMatchObject(REFUSED);
  }
  await things.insertOne({ _id: 2, ...fits, either: { kind: 'a' } });
});

test('a refusal says where, by rule and title', async () => {
  const things = await judged({ title: 'things', properties: { a: { bsonType: 'string' } } });
  const { errInfo } = await refusalOf(things.insertOne({ _id: 1, a: 5 }));
  expect(errInfo).toMatchObject({
    failingDocumentId: 1,
    details: {
      operatorName: '$jsonSchema',
      title: 'things',
      schemaRulesNotSatisfied: [
        {
          operatorName: 'properties',
          propertiesNotSatisfied: [
            {
              propertyName: 'a',
              details: [
                {
                  operatorName: 'bsonType',
                  specifiedAs: { bsonType: 'string' },
                  reason: 'type did not match',
                  consideredValue: 5,
                  consideredType: 'int',
                },
              ],
            },
          ],
        },
      ],
    },
  });
});

test('updates of every kind are judged by what they make of a document', async () => {
  const things = await judged({ properties: { a: { bsonType: 'number' } } });
  await things.insertOne({ _id: 1, a: 1 });
  const wrong = { $set: { a: 'x', b: 1 } };
  const writes = [
    () => things.updateOne({ _id: 1 }, wrong),
    () => things.updateMany({}, wrong),
    () => things.replaceOne({ _id: 1 }, { a: 'x' }),
    () => things.findOneAndUpdate({ _id: 1 }, wrong),
    () => things.updateOne({ _id: 2 }, wrong, { upsert: true }),
    () => things.bulkWrite([{ updateOne: { filter: { _id: 1 }, update: wrong } }]),
  ];
  for (const write of writes) {
    expect(await refusalOf(write())).toMatchObject({ code: 121 });
  }
  expect(await things.find().toArray()).toEqual([{ _id: 1, a: 1 }]);
});

test('moderate lets stand what did not fit before, strict does not, off judges nothing', async () => {
  const things = database.freshCollection();
  const { db } = database;
  await things.insertMany([
    { _id: 1, a: 'x' },
    { _id: 2, a: 1 },
  ]);
  const set = (validationLevel: string) =>
    db.command({
      collMod: things.collectionName,
      validator: { $jsonSchema: { properties: { a: { bsonType: 'number' } } } },
      validationLevel,
    });
  await set('moderate');
  await things.updateOne({ _id: 1 }, { $set: { b: 1 } });
  expect(await refusalOf(things.updateOne({ _id: 2 }, { $set: { a: 'x' } }))).toMatchObject(REFUSED);
  expect(await refusalOf(things.insertOne({ _id: 3, a: 'x' }))).toMatchObject(REFUSED);
  await things.updateOne({ _id: 1 }, { $set: { a: 2 } });
  expect(await refusalOf(things.updateOne({ _id: 1 }, { $set: { a: 'x' } }))).toMatchObject(REFUSED);
  await set('off');
  await things.updateOne({ _id: 1 }, { $set: { a: 'x' } });
  await set('strict');
  expect(await refusalOf(things.updateOne({ _id: 1 }, { $set: { b: 2 } }))).toMatchObject(REFUSED);
});

test('a validator is listed as it was set, and stays through what collMod does not name', async () => {
  const things = await judged({ bsonType: 'object' }, { validationLevel: 'moderate' });
  const { db } = database;
  const optionsOf = async () => (await db.listCollections({ name: things.collectionName }).toArray())[0];
  const validator = { $jsonSchema: { bsonType: 'object' } };
  expect(await optionsOf()).toMatchObject({ options: { validator, validationLevel: 'moderate' } });
  await db.command({ collMod: things.collectionName, validationLevel: 'strict' });
  expect(await optionsOf()).toMatchObject({ options: { validator, validationLevel: 'strict' } });
  expect(await refusalOf(db.command({ collMod: 'nowhere', validator }))).toMatchObject({ code: 26 });
});

test('documents that fit, or do not, are found by the same rules', async () => {
  const things = database.freshCollection();
  await things.insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 'x' }, { _id: 3 }]);
  const fits = { $jsonSchema: { properties: { a: { bsonType: 'number' } } } };
  const idsOf = async (filter: object) => (await things.find(filter).toArray()).map(({ _id }) => _id);
  expect(await idsOf(fits)).toEqual([1, 3]);
  expect(await idsOf({ $nor: [fits] })).toEqual([2]);
});

test('a type that nobody knows is no validator, and no collection is made', async () => {
  const name = 'unmade';
  const made = database.db.createCollection(name, { validator: { $jsonSchema: { bsonType: 'text' } } });
  expect(await refusalOf(made)).toMatchObject({ code: 2 });
  expect(await database.db.listCollections({ name }).toArray()).toEqual([]);
});

test('an update is judged by all that it changes, adds or takes away, also of a document that was judged before', async () => {
  const things = await judged({
    required: ['kept'],
    properties: { _id: {}, kept: { bsonType: 'number' }, part: { bsonType: 'object', required: ['kind'] } },
    additionalProperties: false,
  });
  await things.insertOne({ _id: 1, kept: 1, part: { kind: 'a' } });
  await things.updateOne({ _id: 1 }, { $set: { 'part.more': 1 } });
  for (const update of [
    { $set: { kept: 'one' } },
    { $unset: { kept: true } },
    { $unset: { 'part.kind': true } },
    { $set: { other: 1 } },
  ] as object[]) {
    expect(await refusalOf(things.updateOne({ _id: 1 }, update))).toMatchObject(REFUSED);
  }
  expect(await things.findOne({ _id: 1 })).toEqual({ _id: 1, kept: 1, part: { kind: 'a', more: 1 } });
});
