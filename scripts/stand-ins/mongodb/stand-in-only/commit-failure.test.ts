// Concerns the stand-in only: memory must never be ahead of the disk.
import mongoose from 'mongoose';
import { startServer } from '../start-server';
import { memoryStore } from '../storage/memory-store';

test('a commit that fails is not acknowledged, and the server stops', async () => {
  const failures: Error[] = [];
  let diskIsFull = false;
  const flush = async () => {
    if (diskIsFull) throw new Error('disk full');
  };
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    store: { ...memoryStore(), flush },
    now: () => new Date(),
    onFailure: (error) => failures.push(error),
  });
  const options = { dbName: 'x', serverSelectionTimeoutMS: 5000, retryReads: false };
  const connection = await mongoose.createConnection(`mongodb://127.0.0.1:${server.port}/`, options).asPromise();
  const collection = connection.db!.collection('c');
  await collection.insertOne({ a: 1 });
  diskIsFull = true;
  await expect(collection.insertOne({ a: 2 })).rejects.toThrow(mongoose.mongo.MongoNetworkError);
  await expect(collection.findOne({ a: 2 })).rejects.toThrow();
  expect(failures.map((error) => error.message)).toEqual(['disk full']);
  await connection.close();
  await server.stop();
});
