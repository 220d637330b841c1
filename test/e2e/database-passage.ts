import { connect, createServer, type Socket } from 'node:net';
import { mongo } from 'mongoose';
import { addressByHost } from '../../scripts/database/database-address';
import { reachServer } from '../../scripts/database/open-database-server';

/** A command on its way to the database: OP_MSG (MongoDB Wire Protocol) as text, octet by octet. */
type Message = string;

export interface DatabasePassage {
  /** `mongodbUri` by way of the passage. */
  through(mongodbUri: string): string;
  /** Calls `act` once, at the first message for which `isIt` holds: before it is passed on, or when it was. */
  watchFor(isIt: (message: Message) => boolean, when: 'before' | 'after', act: () => void): void;
  stop(): Promise<void>;
}

/** The one host that takes writes: of a replica set, the primary. @throws Error where what goes by cannot be read */
async function writableHostOf(uri: string): Promise<{ host: string; port: number }> {
  const client = await reachServer(uri);
  try {
    const { hosts, tls } = client.options;
    if (tls) {
      throw new Error('what goes to a database by TLS cannot be watched: name one without in MONGODB_URI');
    }
    const { primary } = await client.db('admin').command({ isMaster: 1 });
    const [writable] =
      typeof primary === 'string' ? new mongo.MongoClient(`mongodb://${primary}`).options.hosts : hosts;
    return { host: writable?.host ?? '', port: writable?.port ?? 27_017 };
  } finally {
    await client.close();
  }
}

/**
 * Stands between a process and its database and passes everything on. With `before` the message itself never arrives;
 * with `after` the database does what it says and the process never hears of it.
 */
export async function openPassage(mongodbUri: string): Promise<DatabasePassage> {
  const database = await writableHostOf(mongodbUri);
  const sockets = new Set<Socket>();
  let watched: Parameters<DatabasePassage['watchFor']> | null = null;

  function pass(chunk: Buffer, toDatabase: Socket): void {
    const [isIt, when, act] = watched ?? [];
    if (!act || !isIt?.(chunk.toString('latin1'))) {
      toDatabase.write(chunk);
      return;
    }
    watched = null;
    if (when === 'after') {
      toDatabase.write(chunk);
    }
    act();
  }

  const server = createServer((process) => {
    const toDatabase = connect(database);
    for (const [socket, other] of [
      [process, toDatabase],
      [toDatabase, process],
    ] as const) {
      sockets.add(socket);
      // The one who is killed leaves without a word.
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.end();
      });
    }
    process.on('data', (chunk: Buffer) => pass(chunk, toDatabase));
    toDatabase.on('data', (chunk: Buffer) => process.write(chunk));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    through: (uri) => addressByHost(uri, `127.0.0.1:${port}`),
    watchFor: (...given) => {
      watched = given;
    },
    async stop() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of sockets) {
        socket.destroy();
      }
      await closed;
    },
  };
}
