import mongoose, { type Connection } from 'mongoose';
import type { PoolEvents } from './pool-watch';

/**
 * Opens the pool. Indexes are made by migrations, never by models; queries are strict so that a typing slip in a
 * filter cannot match everything. `watch` is given the client before it connects.
 */
export async function connectDatabase(
  uri: string,
  watch: (client: PoolEvents) => void = () => undefined,
): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    autoIndex: false,
    autoCreate: false,
    serverSelectionTimeoutMS: 5000,
    maxPoolSize: 20,
  });
  watch(connection.getClient());
  connection.set('strictQuery', 'throw');
  connection.set('sanitizeFilter', false);
  await connection.asPromise();
  return connection;
}
