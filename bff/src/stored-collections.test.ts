import { type Connection, createConnection, type mongo } from 'mongoose';
import { type DatabaseServer, openDatabaseServer } from '../../scripts/database/open-database-server';
import { connectDatabase } from './database/connect';
import { fittingDocument, unfitDocuments } from './database/validators/testing/sample-documents';
import { setValidators, validatorsOf } from './database/validators/validators';
import { declareCollections, prepareDatabase } from './stored-collections';

/** Nothing judges what is written there; the list may only become shorter. */
const WITHOUT_VALIDATOR = [
  // One lease of whoever migrates, written before anything else of this version is there.
  'migration_locks',
  // The driver writes them by itself (GridFS), in a shape that is its own.
  'stored_files.chunks',
  'stored_files.files',
];

let server: DatabaseServer;
let connection: Connection;
beforeAll(async () => {
  server = await openDatabaseServer();
  connection = await connectDatabase(server.freshDatabase('collections'));
  await prepareDatabase(connection, () => new Date());
});
afterAll(async () => {
  await connection.close();
  await server.stop();
});

const collectionOf = (name: string) => connection.getClient().db().collection(name);
const schemaOf = (name: string) => {
  const found = validatorsOf(connection).find(({ collection }) => collection === name);
  if (!found) {
    throw new Error(`no validator of ${name}`);
  }
  return found.schema;
};
async function refusalOf(write: Promise<unknown>): Promise<mongo.MongoBulkWriteError> {
  try {
    await write;
  } catch (error) {
    return error as mongo.MongoBulkWriteError;
  }
  throw new Error('it was written');
}
/** Models are made by name without a server. */
function validated(): string[] {
  const disconnected = createConnection();
  declareCollections(disconnected);
  return validatorsOf(disconnected).map(({ collection }) => collection);
}

test('every collection has a validator, but for those that are known to have none', async () => {
  const judged = new Set(validatorsOf(connection).map(({ collection }) => collection));
  const listed = await connection.getClient().db().listCollections({}, { nameOnly: true }).toArray();
  const names = listed.map(({ name }) => name).filter((name) => !judged.has(name));
  expect(names.sort()).toEqual(WITHOUT_VALIDATOR);
});

test('what is set once is not set again', async () => {
  expect(await setValidators(connection)).toEqual([]);
});

test('a validator of before becomes that of this version', async () => {
  const database = connection.getClient().db();
  await database.command({ collMod: 'tasks', validator: {}, validationLevel: 'off' });
  expect(await setValidators(connection)).toEqual(['tasks']);
});

test.each(validated())('a wrong write to %s fails, whatever is wrong', async (name) => {
  const collection = collectionOf(name);
  const schema = schemaOf(name);
  await collection.insertOne({ ...fittingDocument(schema) });
  // The driver puts an id where none is, and a server refuses strange ones by a rule of its own.
  const unfit = unfitDocuments(schema).filter(({ wrong }) => !/^(without )?_id\b/.test(wrong));
  const refusal = await refusalOf(
    collection.insertMany(
      unfit.map(({ document }) => document),
      { ordered: false },
    ),
  );
  const codes = new Map([refusal.writeErrors].flat().map(({ index, code }) => [index, code]));
  expect(unfit.filter((_, index) => codes.get(index) !== 121).map(({ wrong }) => wrong)).toEqual([]);
});

test('a wrong update fails like a wrong insert, and is not half done', async () => {
  const name = 'sms_codes';
  const collection = collectionOf(name);
  const { _id, ...fields } = fittingDocument(schemaOf(name));
  const filter = { _id: 'updated' as never };
  await collection.insertOne({ ...filter, ...fields });
  const wrong = { $set: { tries: 'many', revision: 7 } };
  for (const write of [
    collection.updateOne(filter, wrong),
    collection.updateMany(filter, wrong),
    collection.findOneAndUpdate(filter, wrong),
    collection.updateOne({ _id: 'made' as never }, wrong, { upsert: true }),
    collection.bulkWrite([{ updateOne: { filter, update: wrong } }]),
  ]) {
    expect((await refusalOf(write)).code).toBe(121);
  }
  expect(await collection.findOne(filter)).toEqual({ ...filter, ...fields });
});
