import { randomBytes } from 'node:crypto';
import { shuffledBy } from './planning/unordered';
import { startServer } from './start-server';
import { memoryStore } from './storage/memory-store';
import type { OrderedStore } from './storage/ordered-store';
import { QueryJudge, type Strictness } from './strictness/query-judge';

export interface MongodbStandInOptions {
  /** TCP port; 0 or absent takes any free one. */
  port?: number;
  /** Only this machine may connect: there is no authentication. */
  host?: '127.0.0.1';
  /** Where the data is kept; absent: in memory, gone when the server stops. */
  dataFolder?: string;
  /** Absent: as kind as can be. Queries are judged from the command `setParameter: 1, notablescan: true` on. */
  strict?: Strictness | undefined;
}

export interface MongodbStandIn {
  /** `mongodb://127.0.0.1:PORT/`, without a database name. */
  readonly uri: string;
  readonly port: number;
  /** Closes all connections, finishes what is being written, and gives the data folder free. */
  stop(): Promise<void>;
}

export interface InProcessMongodbStandIn extends MongodbStandIn {
  /** Does at once what happens every minute: documents that TTL indexes let expire go. Answers how many. */
  removeExpiredDocuments(): Promise<number>;
  /** Queries that were refused because no index serves them; each is told once. */
  refusedQueries(): readonly string[];
}

export interface InProcessOptions extends MongodbStandInOptions {
  /** The server's clock ($currentDate, TTL, cursors); absent: the machine's. */
  now?: () => Date;
  /** Told when a commit failed and the server has stopped. Absent: the error is thrown in this process. */
  onFailure?: (error: Error) => void;
}

/**
 * Starts the stand-in in this process. Rejects with code EADDRINUSE for a busy port and EFOLDERINUSE for a data folder
 * that another live process has open.
 */
export async function startMongodbStandIn(options: InProcessOptions = {}): Promise<InProcessMongodbStandIn> {
  const host = options.host ?? '127.0.0.1';
  const judge = options.strict && new QueryJudge(options.strict);
  const { port, removeExpiredDocuments, stop } = await startServer({
    host,
    port: options.port ?? 0,
    store: await openStore(options.dataFolder),
    now: options.now ?? (() => new Date()),
    onFailure: options.onFailure ?? throwLater,
    ...(options.strict && { unordered: shuffledBy(options.strict.shuffleSeed) }),
    ...(judge && { watchQuery: judge.watch, refuseScans: judge.refuse }),
  });
  return {
    uri: `mongodb://${host}:${port}/`,
    port,
    removeExpiredDocuments,
    refusedQueries: () => judge?.refusals() ?? [],
    async stop() {
      judge?.writeLog(`${process.pid}-${port}-${randomBytes(4).toString('hex')}`);
      await stop();
    },
  };
}

/** The native library is loaded only where something is kept. */
async function openStore(folder: string | undefined): Promise<OrderedStore> {
  if (folder === undefined) return memoryStore();
  const { openLmdbStore } = await import('./storage/lmdb-store');
  return openLmdbStore(folder);
}

function throwLater(error: Error): void {
  setImmediate(() => {
    throw error;
  });
}
