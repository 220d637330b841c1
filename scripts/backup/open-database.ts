import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Connection } from 'mongoose';
import { connectDatabase } from '../../bff/src/database/connect';
import { PORTS } from '../start/ports';
import type { DatabaseName } from './manifest';

const dataFolder = join(resolve(__dirname, '../..'), '.data');
const SETTINGS: Readonly<Record<DatabaseName, string>> = {
  product: 'MONGODB_URI',
  'local-ca': 'LOCAL_CA_MONGODB_URI',
};
const DEMO_NAMES: Readonly<Record<DatabaseName, string>> = { product: 'acceptance', 'local-ca': 'acceptance-ca' };

/** The address that the settings name; without settings that of the demo that `npm start` runs. @throws Error */
export function addressOf(database: DatabaseName, environment: NodeJS.ProcessEnv = process.env): string {
  const setting = SETTINGS[database];
  const uri = environment[setting];
  if (uri) {
    return uri;
  }
  if (
    environment.MONGODB_URI ||
    environment.NODE_ENV === 'production' ||
    !existsSync(join(dataFolder, 'demo-keys.json'))
  ) {
    throw new Error(`${setting} is needed: the address of the database`);
  }
  return `mongodb://127.0.0.1:${PORTS.mongodb}/${DEMO_NAMES[database]}`;
}

/** Opens it, does something with it and closes it. */
export async function withDatabase<Result>(
  uri: string,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await connectDatabase(uri);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
