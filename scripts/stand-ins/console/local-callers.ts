import type { IncomingMessage } from 'node:http';

const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const LOCAL_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Who may use the console: programs and pages of this machine. A page from elsewhere is refused by its Origin, and one
 * that made its own name point to 127.0.0.1 by the Host header.
 * @returns the headers to answer with, or undefined when the caller is refused
 */
export function headersForCaller(request: IncomingMessage): Record<string, string> | undefined {
  if (!LOCAL_HOST.test(request.headers.host ?? '')) return undefined;
  const { origin } = request.headers;
  if (origin === undefined) return {};
  if (!LOCAL_ORIGIN.test(origin)) return undefined;
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type',
    vary: 'origin',
  };
}
