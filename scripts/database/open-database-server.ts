import { randomBytes } from 'node:crypto';
import { mongo } from 'mongoose';
import { type MongodbStandIn, startMongodbStandIn, startMongodbStandInProcess } from '../stand-ins/mongodb';
import { addressOfDatabase } from './database-address';
import { strictness } from './strictness';

/** Where a test, a story or a measurement keeps its data. */
export interface DatabaseServer {
  /** Address of a database that nobody else has, whatever the server; `stop` drops it. */
  freshDatabase(label: string): string;
  /** Queries that a strict stand-in refused because no index serves them; each is told once. */
  refusedQueries(): readonly string[];
  /** Of the stand-in in a process of its own. */
  readonly pid?: number;
  stop(): Promise<void>;
}

export interface DatabaseServerOptions {
  /** The stand-in's clock. */
  readonly now?: () => Date;
  /** The stand-in refuses what no index serves, and sorts nothing that it is not told to. */
  readonly strict?: boolean;
  /** The stand-in in a process of its own, where this one is measured; `dataFolder`: on disk. */
  readonly process?: { readonly dataFolder?: string };
}

const SELECTION_LIMIT_MS = 5000;

/** The server that the environment names; null: nobody asks for another one than the stand-in. */
export const givenServer = (): string | null => process.env.MONGODB_URI || null;

const hasOwnLimit = (uri: string): boolean => /[?&]serverSelectionTimeoutMS=/i.test(uri);

/** @throws Error when it does not answer: who asks for this server is not to be given another one. */
export async function reachServer(uri: string): Promise<mongo.MongoClient> {
  const client = new mongo.MongoClient(uri, hasOwnLimit(uri) ? {} : { serverSelectionTimeoutMS: SELECTION_LIMIT_MS });
  try {
    await client.connect();
    await client.db('admin').command({ ping: 1 });
    return client;
  } catch (cause) {
    await client.close();
    throw new Error(`the database that MONGODB_URI names does not answer: ${(cause as Error).message}`, { cause });
  }
}

function databasesOf(standIn: MongodbStandIn, run: string): Pick<DatabaseServer, 'freshDatabase' | 'stop'> {
  return {
    freshDatabase: (label) => addressOfDatabase(standIn.uri, `acceptance_${run}_${label}`),
    stop: () => standIn.stop(),
  };
}

/** The one way to a database for tests, stories and measurements: the server of MONGODB_URI, or a stand-in of one's own. */
export async function openDatabaseServer(options: DatabaseServerOptions = {}): Promise<DatabaseServer> {
  const run = randomBytes(6).toString('hex');
  const given = givenServer();
  if (given === null) {
    const { now, process: own } = options;
    const strict = options.strict ? strictness() : undefined;
    if (own) {
      const standIn = await startMongodbStandInProcess({ port: 0, strict, ...own });
      return { ...databasesOf(standIn, run), pid: standIn.pid, refusedQueries: () => [] };
    }
    const standIn = await startMongodbStandIn({ strict, ...(now && { now }) });
    return { ...databasesOf(standIn, run), refusedQueries: () => standIn.refusedQueries() };
  }
  const client = await reachServer(given);
  const opened = new Set<string>();
  return {
    freshDatabase(label) {
      const name = `acceptance_${run}_${label}`;
      opened.add(name);
      return addressOfDatabase(given, name);
    },
    refusedQueries: () => [],
    async stop() {
      await Promise.all([...opened].map((name) => client.db(name).dropDatabase()));
      await client.close();
    },
  };
}
