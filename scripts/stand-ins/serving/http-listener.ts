import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

/** As long as no test is busy: Node's five seconds end while it waits for OpenSSL, and the next call goes out on a closed connection. */
const KEEP_ALIVE_MS = 75_000;
const LARGEST_BODY = 4 * 1024 * 1024;

export interface HttpListener {
  /** http://127.0.0.1:port (https with TLS options), without a slash at the end. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Listens on 127.0.0.1. Port 0 takes a free one; a busy port rejects with code EADDRINUSE.
 * `stop` also ends connections on which an answer is still owed.
 */
export function listenOnLoopback(
  port: number,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  tls?: ServerOptions,
): Promise<HttpListener> {
  const server = tls ? createTlsServer(tls, handle) : createServer(handle);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const url = `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const stop = () =>
        new Promise<void>((stopped) => {
          server.close(() => stopped());
          server.closeAllConnections();
        });
      resolve({ url, stop });
    });
  });
}

/** The whole body as text. Rejects as `readBytes`. */
export const readBody = async (request: IncomingMessage): Promise<string> =>
  (await readBytes(request)).toString('utf8');

/** The whole body. Rejects when it is larger than 4 MiB or the client goes away. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > LARGEST_BODY) throw new Error(`the body is larger than ${LARGEST_BODY} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
