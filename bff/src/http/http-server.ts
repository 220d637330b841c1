import { createServer, type RequestListener, type Server } from 'node:http';

/** Headers may come this much after a connection that is kept would have been closed. */
const HEADERS_AFTER_KEEP_ALIVE_MS = 5000;
/** How often answered connections are looked for while stopping. */
const IDLE_CHECK_MS = 50;

/**
 * Keeps idle connections longer than the proxy before us does: were we the first to close one, a request that the proxy
 * had just sent on it would be lost, and its client would see a 502.
 */
export function createHttpServer(listener: RequestListener, keepAliveSeconds: number): Server {
  const server = createServer(listener);
  server.keepAliveTimeout = keepAliveSeconds * 1000;
  server.headersTimeout = server.keepAliveTimeout + HEADERS_AFTER_KEEP_ALIVE_MS;
  server.requestTimeout = Math.max(server.requestTimeout, server.headersTimeout);
  return server;
}

/** Takes no more connections; those in use have `limitMs` to get their answer, then they are cut. Resolves when none is left. */
export function stopServer(server: Server, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    // An answered connection is idle, and would otherwise be kept for the whole keep-alive time.
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
    const limit = setTimeout(() => server.closeAllConnections(), limitMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(limit);
      resolve();
    });
  });
}
