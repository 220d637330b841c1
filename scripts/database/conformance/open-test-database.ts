import mongoose from 'mongoose';
import { openDatabaseServer } from '../open-database-server';

type Connection = mongoose.Connection;
export type TestDatabase = NonNullable<Connection['db']>;
export interface TestDocument extends mongoose.mongo.Document {
  _id: number | string;
}

export interface OpenTestDatabase {
  readonly connection: Connection;
  /** Where another client reaches the same database. */
  readonly uri: string;
  readonly db: TestDatabase;
  /** A collection of its own for each test, empty. */
  freshCollection(): mongoose.mongo.Collection<TestDocument>;
  close(): Promise<void>;
}

/** A database with a random name, on MONGODB_URI if it is set, else on an in-memory stand-in; dropped by `close`. */
export async function openTestDatabase(): Promise<OpenTestDatabase> {
  const server = await openDatabaseServer();
  const uri = server.freshDatabase('conformance');
  const connection = await mongoose.createConnection(uri).asPromise();
  const db = connection.db;
  if (!db) throw new Error('mongoose connected without a database');
  let collections = 0;
  return {
    connection,
    db,
    uri,
    freshCollection: () => {
      collections += 1;
      return db.collection<TestDocument>(`c${collections}`);
    },
    close: async () => {
      await connection.close();
      await server.stop();
    },
  };
}
