import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { API_BASE_PATH } from '@acceptance/shared';
import sirv from 'sirv';
import { H5_HEADERS } from './h5-headers';

function forward(incoming: IncomingMessage, answer: ServerResponse, bffOrigin: string): void {
  const headers = { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '' };
  const outgoing = request(`${bffOrigin}${incoming.url}`, { method: incoming.method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  });
  outgoing.on('error', () => {
    if (!answer.headersSent) {
      answer.writeHead(502);
    }
    answer.end();
  });
  incoming.pipe(outgoing);
}

/** Serves the H5 build and passes /api on to the BFF, as a front server does in production. Busy port: code EADDRINUSE. */
export function serveH5(folder: string, port: number, bffOrigin: string): Promise<Server> {
  // dev: a build that is made anew while this serves is seen.
  const serveFile = sirv(folder, {
    dev: true,
    single: true,
    setHeaders: (answer) => answer.setHeaders(new Map(Object.entries(H5_HEADERS))),
  });
  const server = createServer((incoming, answer) => {
    if (incoming.url?.startsWith(`${API_BASE_PATH}/`)) {
      forward(incoming, answer, bffOrigin);
    } else {
      serveFile(incoming, answer);
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
