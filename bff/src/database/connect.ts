import mongoose, { type Connection } from 'mongoose';
import { connectionOptions, refuseWeakAcknowledgements } from './connection-options';
import type { PoolEvents } from './pool-watch';

/**
 * Opens the pool. Indexes are made by migrations, never by models; queries are strict so that a typing slip in a
 * filter cannot match everything. `watch` is given the client before it connects.
 */
export async function connectDatabase(
  uri: string,
  ...watches: readonly ((client: PoolEvents) => void)[]
): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    ...connectionOptions(uri),
    autoIndex: false,
    autoCreate: false,
    // The driver waits for a server as long as a request may; mongoose would wait again, longer, and say it in its own words.
    bufferCommands: false,
  });
  const client = connection.getClient();
  for (const watch of watches) {
    watch(client);
  }
  connection.set('strictQuery', 'throw');
  connection.set('sanitizeFilter', false);
  await connection.asPromise();
  try {
    refuseWeakAcknowledgements(client);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return connection;
}
