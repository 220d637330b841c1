import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';
import { API_BASE_PATH } from '@acceptance/shared';
import { h5Headers } from './h5-headers';

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

function pathOf(url: string): string {
  try {
    return normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname)).replace(/^(\.\.[/\\])+/, '');
  } catch {
    // A broken percent code is a path that is not there, and no reason to end.
    return '/';
  }
}

/** The file for a path, never outside `folder`; anything unknown is the application itself (hash router). */
function fileFor(folder: string, url: string): string {
  const file = join(folder, pathOf(url));
  const isFile = file.startsWith(folder) && (statSync(file, { throwIfNoEntry: false })?.isFile() ?? false);
  return isFile ? file : join(folder, 'index.html');
}

/** Serves the H5 build and passes /api on to the BFF, as a front server does in production. Busy port: code EADDRINUSE. */
export function serveH5(folder: string, port: number, bffOrigin: string): Promise<Server> {
  const server = createServer((incoming, answer) => {
    const url = incoming.url ?? '/';
    if (url.startsWith(`${API_BASE_PATH}/`)) {
      forward(incoming, answer, bffOrigin);
      return;
    }
    const file = fileFor(folder, url);
    answer.writeHead(200, h5Headers(file));
    createReadStream(file).pipe(answer);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
