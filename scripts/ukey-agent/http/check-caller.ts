import type { IncomingHttpHeaders } from 'node:http';
import { UkeyAgentError } from '@acceptance/shared';

/** What is asked of every request, before anything of it is read. */
export interface CallerRules {
  readonly port: number;
  /** Pages that may call, as browsers write them in `Origin`. */
  readonly origins: readonly string[];
}

export interface RequestHead {
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * The origin of the page that calls. Loopback keeps nobody out: every page in the browser, and every name that resolves to 127.0.0.1, reaches
 * it. So the name in `Host` must be ours (DNS rebinding) and the origin one of those that were set up; a request that names none is no
 * page's. @throws UkeyAgentError
 */
export function originOfCaller({ headers }: RequestHead, { port, origins }: CallerRules): string {
  if (headers.host !== `127.0.0.1:${port}` && headers.host !== `localhost:${port}`) {
    throw new UkeyAgentError('ukey.host_refused');
  }
  const { origin } = headers;
  if (origin === undefined || !origins.includes(origin)) {
    throw new UkeyAgentError('ukey.origin_refused');
  }
  return origin;
}

/**
 * Only what a page's `fetch` sends with JSON: a form, an image or a link can be sent by any page without asking first (Fetch Standard,
 * "CORS-safelisted"), JSON cannot. @throws UkeyAgentError
 */
export function requireJsonCall({ method, target, headers }: RequestHead): void {
  const type = headers['content-type']?.toLowerCase().replaceAll(' ', '');
  const isJson = type === 'application/json' || type === 'application/json;charset=utf-8';
  const mode = headers['sec-fetch-mode'];
  const isFetch = mode === undefined || mode === 'cors' || mode === 'same-origin';
  const isPlain = target.startsWith('/') && headers['content-encoding'] === undefined;
  if (method !== 'POST' || !isJson || !isFetch || !isPlain) {
    throw new UkeyAgentError('ukey.request_refused');
  }
}

/** Headers without which a browser does not give the answer to the page. */
export const corsHeaders = (origin: string): Record<string, string> => ({
  'access-control-allow-origin': origin,
  vary: 'Origin',
});

/** Answer to the question that a browser asks before the call, also the one about private networks (WICG Private Network Access, 3.1). */
export function preflightHeaders(headers: IncomingHttpHeaders, origin: string): Record<string, string> {
  const asksForLoopback = headers['access-control-request-private-network'] === 'true';
  return {
    ...corsHeaders(origin),
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': '600',
    ...(asksForLoopback && { 'access-control-allow-private-network': 'true' }),
  };
}
