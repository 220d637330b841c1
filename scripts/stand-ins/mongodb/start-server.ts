import { createServer, type Server, type Socket } from 'node:net';
import { runCommand, type ServerState } from './commands/run-command';
import { OpenCursors } from './cursors/open-cursors';
import { Catalog } from './engine/catalog';
import { removeExpiredDocuments } from './engine/expired-documents';
import { asFound, type Unordered } from './planning/unordered';
import type { WatchQuery } from './planning/watched-query';
import type { OrderedStore } from './storage/ordered-store';
import { serveConnection } from './wire/serve-connection';

export interface ServerSettings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly store: OrderedStore;
  readonly now: () => Date;
  readonly watchQuery?: WatchQuery;
  readonly refuseScans?: (refuses: boolean) => void;
  readonly unordered?: Unordered;
  /** Told once when a commit failed: the server has stopped by then, because memory may be ahead of the disk. */
  readonly onFailure: (error: Error) => void;
}

export interface RunningServer {
  readonly port: number;
  /** Removes what TTL indexes say has expired, as the server does every minute. Answers how many documents went. */
  removeExpiredDocuments(): Promise<number>;
  stop(): Promise<void>;
}

/** A server looks for expired documents this often, in milliseconds. */
const EXPIRY_INTERVAL = 60_000;

/** Starts a server over a store. Rejects with code EADDRINUSE when the port is taken. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const { store, now } = settings;
  const sockets = new Set<Socket>();
  let failure: Error | undefined;
  let stopped: Promise<void> | undefined;

  const fail = (error: unknown): Error => {
    if (failure) return failure;
    failure = error instanceof Error ? error : new Error(String(error));
    closeListener(server, sockets);
    clearInterval(timer);
    settings.onFailure(failure);
    return failure;
  };
  const assertRunning = (): void => {
    if (failure) throw failure;
    if (stopped) throw new Error('The MongoDB stand-in has been stopped');
  };
  const change = async <T>(run: () => T): Promise<T> => {
    assertRunning();
    try {
      const result = store.transaction(run);
      await store.flush();
      return result;
    } catch (error) {
      throw fail(error);
    }
  };
  const state: ServerState = {
    catalog: new Catalog(store),
    cursors: new OpenCursors(() => now().getTime()),
    now,
    watchQuery: settings.watchQuery ?? (() => undefined),
    refuseScans: settings.refuseScans ?? (() => undefined),
    unordered: settings.unordered ?? asFound,
    failPoint: { current: null },
    change,
    assertRunning,
  };
  const sweep = async (): Promise<number> => {
    state.cursors.forgetExpired();
    return change(() => removeExpiredDocuments(state.catalog, now()));
  };

  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await closeListener(server, sockets);
    await store.close();
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serveConnection(socket, (read) => runCommand(state, read));
  });
  // A failed sweep has been reported by `fail`.
  const timer = setInterval(() => void sweep().catch(() => undefined), EXPIRY_INTERVAL);
  timer.unref();
  const port = await listen(server, settings).catch(async (error: unknown) => {
    clearInterval(timer);
    await store.close();
    throw error;
  });

  return {
    port,
    removeExpiredDocuments: sweep,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

function listen(server: Server, { host, port }: ServerSettings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function closeListener(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const socket of sockets) socket.destroy();
  return closed;
}
