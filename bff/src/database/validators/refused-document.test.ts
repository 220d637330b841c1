import type { Connection, mongo } from 'mongoose';
import { type DatabaseServer, openDatabaseServer } from '../../../../scripts/database/open-database-server';
import { connectDatabase } from '../connect';
import { refusedDocument } from './refused-document';

const SECRET = '张伟 19900000001';
let server: DatabaseServer;
let connection: Connection;
let people: mongo.Collection;
beforeAll(async () => {
  server = await openDatabaseServer();
  connection = await connectDatabase(server.freshDatabase('refused'));
  const database = connection.getClient().db();
  await database.createCollection('people', {
    validator: {
      $jsonSchema: {
        title: 'people',
        required: ['name'],
        properties: {
          _id: {},
          name: { bsonType: 'string' },
          state: { enum: ['open', 'closed', null] },
          phones: {
            bsonType: 'array',
            items: { properties: { at: { bsonType: 'date' } }, additionalProperties: false },
          },
          mark: { anyOf: [{ bsonType: 'number' }, { properties: { inner: { bsonType: 'bool' } } }] },
        },
        additionalProperties: false,
      },
    },
  });
  people = database.collection('people');
});
afterAll(async () => {
  await connection.close();
  await server.stop();
});

const refusal = (write: Promise<unknown>): Promise<unknown> =>
  write.then(
    () => new Error('it was written'),
    (error: unknown) => error,
  );

it.each([
  ['name: required', { state: 'open' }],
  ['name: bsonType', { name: [SECRET] }],
  ['state: enum', { name: 'a', state: SECRET }],
  ['phones.*.at: bsonType', { name: 'a', phones: [{ at: new Date() }, { at: SECRET }] }],
  ['phones.*.number: additionalProperties', { name: 'a', phones: [{ number: SECRET }] }],
  ['mark: bsonType', { name: 'a', mark: { inner: SECRET } }],
  ['surname: additionalProperties', { name: 'a', surname: SECRET }],
  // A name that somebody has typed is no name of ours.
  ['?: additionalProperties', { name: 'a', [SECRET.slice(3)]: 1 }],
])('says %s, and nothing of the document', async (rule, document) => {
  const refused = refusedDocument(await refusal(people.insertOne(document)));
  expect(refused).toMatchObject({ collection: 'people', rules: expect.arrayContaining([rule]) });
  expect(JSON.stringify(refused)).not.toMatch(/张伟|19900000001/);
});

it('says it of a bulk and of an update, too', async () => {
  const { insertedId } = await people.insertOne({ name: 'a' });
  const update = { $set: { name: 5 } };
  for (const write of [
    () => people.insertMany([{ name: 'b' }, { name: 5 }]),
    () => people.bulkWrite([{ updateOne: { filter: { _id: insertedId }, update } }]),
    () => people.findOneAndUpdate({ _id: insertedId }, update),
  ]) {
    expect(refusedDocument(await refusal(write()))).toEqual({ collection: 'people', rules: ['name: bsonType'] });
  }
});

it('says nothing of other errors', async () => {
  await people.insertOne({ _id: 'same' as never, name: 'a' });
  expect(refusedDocument(await refusal(people.insertOne({ _id: 'same' as never, name: 'b' })))).toBeNull();
  expect(refusedDocument(new Error('other'))).toBeNull();
  expect(refusedDocument(undefined)).toBeNull();
});
