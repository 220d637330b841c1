import { mongo } from 'mongoose';
import { connectionOptions, DURABLE, refuseWeakAcknowledgements } from './connection-options';
import { isDatabaseUnavailable } from './unavailable';

/** That of MongoDB 6.0. */
const OLDEST_WIRE_VERSION = 17;

/** What a server says of itself: `isMaster` and `buildInfo`, as far as it is asked. */
export interface ServerWords {
  readonly maxWireVersion?: unknown;
  /** Of a member of a replica set. */
  readonly setName?: unknown;
  /** `isdbgrid` of a mongos. */
  readonly msg?: unknown;
  readonly storageEngines?: unknown;
}

interface Setting {
  /** Of the address. */
  readonly name: string;
  readonly isProduction: boolean;
}

/**
 * Why the product must not run on a server; null: it may. What a server says is believed rather than its address: one host may
 * hold a replica set, a mongos or a tunnel to one, and what plays a database for a laptop may be anywhere.
 */
export function unfitness(
  words: ServerWords,
  isOnThisMachine: boolean,
  { name, isProduction }: Setting,
): string | null {
  if (Number(words.maxWireVersion ?? 0) < OLDEST_WIRE_VERSION) {
    return `${name}: the server is older than MongoDB 6.0`;
  }
  if (!isProduction) {
    return null;
  }
  if ([words.storageEngines].flat().includes('stand-in')) {
    return `${name}: production needs a real MongoDB, this is the stand-in`;
  }
  const isReplicated = typeof words.setName === 'string' || words.msg === 'isdbgrid';
  return isOnThisMachine && !isReplicated
    ? `${name}: production needs a replica set or a mongos, this is a single server on this machine`
    : null;
}

/**
 * Asks the server whether it is fit, and has it acknowledge a write as every write is to be acknowledged.
 * @throws Error naming what is wrong, or what the driver throws
 */
export async function refuseUnfitServer(database: mongo.Db, isOnThisMachine: boolean, setting: Setting): Promise<void> {
  const admin = database.admin();
  // `hello` by its older name, which every engine knows.
  const words = { ...(await admin.command({ isMaster: 1 })), ...(await admin.command({ buildInfo: 1 })) };
  const problem = unfitness(words, isOnThisMachine, setting);
  if (problem !== null) {
    throw new Error(problem);
  }
  // It deletes nothing; what cannot keep a write safe says so.
  await database.collection('migrations').deleteOne({ _id: 'none' as never }, { writeConcern: DURABLE });
}

/** The same of another server than the product's own. One that does not answer now is a matter of whoever asks it later. */
export async function refuseUnfitServerAt(uri: string, isOnThisMachine: boolean, setting: Setting): Promise<void> {
  const client = new mongo.MongoClient(uri, connectionOptions(uri));
  try {
    refuseWeakAcknowledgements(client);
    await refuseUnfitServer(client.db(), isOnThisMachine, setting);
  } catch (error) {
    if (!isDatabaseUnavailable(error)) {
      throw error;
    }
  } finally {
    await client.close();
  }
}
