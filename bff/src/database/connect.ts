import mongoose, { type Connection } from 'mongoose';

/**
 * Opens the pool. Indexes are made by migrations, never by models; queries are strict so that a typing slip in a
 * filter cannot match everything.
 */
export async function connectDatabase(uri: string): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    autoIndex: false,
    autoCreate: false,
    serverSelectionTimeoutMS: 5000,
    maxPoolSize: 20,
  });
  connection.set('strictQuery', 'throw');
  connection.set('sanitizeFilter', false);
  await connection.asPromise();
  return connection;
}
