import { connect, createServer, type Socket } from 'node:net';

/** A command on its way to the database: OP_MSG (MongoDB Wire Protocol) as text, octet by octet. */
type Message = string;

export interface DatabasePassage {
  /** `mongodbUri` by way of the passage. */
  through(mongodbUri: string): string;
  /** Calls `act` once, at the first message for which `isIt` holds: before it is passed on, or when it was. */
  watchFor(isIt: (message: Message) => boolean, when: 'before' | 'after', act: () => void): void;
  stop(): Promise<void>;
}

/**
 * Stands between a process and its database and passes everything on. With `before` the message itself never arrives;
 * with `after` the database does what it says and the process never hears of it.
 */
export async function openPassage(mongodbUri: string): Promise<DatabasePassage> {
  const database = new URL(mongodbUri);
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
    const toDatabase = connect(Number(database.port), database.hostname);
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
    through(uri) {
      const url = new URL(uri);
      url.host = `127.0.0.1:${port}`;
      return url.href;
    },
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
