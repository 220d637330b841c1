import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startMongodbStandIn } from '../index';

let dataFolder: string;
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'kept-validators-'));
});
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

async function during<Result>(work: (database: mongoose.mongo.Db) => Promise<Result>): Promise<Result> {
  const standIn = await startMongodbStandIn({ dataFolder });
  const connection = await mongoose.createConnection(standIn.uri, { dbName: 'kept' }).asPromise();
  try {
    return await work(connection.getClient().db('kept'));
  } finally {
    await connection.close();
    await standIn.stop();
  }
}

test('a validator is there again after a restart', async () => {
  const validator = { $jsonSchema: { title: 'things', required: ['a'], properties: { a: { enum: [1, 'b', null] } } } };
  await during((database) => database.createCollection('things', { validator, validationLevel: 'moderate' }));
  await during(async (database) => {
    const [listed] = await database.listCollections({ name: 'things' }).toArray();
    expect(listed).toMatchObject({ options: { validator, validationLevel: 'moderate' } });
    await database.collection('things').insertOne({ a: 1 });
    await expect(database.collection('things').insertOne({ a: 2 })).rejects.toMatchObject({ code: 121 });
  });
});
