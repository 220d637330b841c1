import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { startMongodbStandIn } from '../index';

type Connection = mongoose.Connection;
export type TestDatabase = NonNullable<Connection['db']>;
export interface TestDocument extends mongoose.mongo.Document {
  _id: number | string;
}

export interface OpenTestDatabase {
  readonly connection: Connection;
  readonly db: TestDatabase;
  /** A collection of its own for each test, empty. */
  freshCollection(): mongoose.mongo.Collection<TestDocument>;
  close(): Promise<void>;
}

/** A database with a random name, on MONGODB_URI if it is set, else on an in-memory stand-in; dropped by `close`. */
export async function openTestDatabase(): Promise<OpenTestDatabase> {
  const uri = process.env.MONGODB_URI;
  const standIn = uri === undefined ? await startMongodbStandIn() : undefined;
  const dbName = `conformance_${randomUUID().slice(0, 8)}`;
  const connection = await mongoose.createConnection(uri ?? standIn?.uri ?? '', { dbName }).asPromise();
  const db = connection.db;
  if (!db) throw new Error('mongoose connected without a database');
  let collections = 0;
  return {
    connection,
    db,
    freshCollection: () => {
      collections += 1;
      return db.collection<TestDocument>(`c${collections}`);
    },
    close: async () => {
      await db.dropDatabase();
      await connection.close();
      await standIn?.stop();
    },
  };
}
