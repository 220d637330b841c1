import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UkeyAgentError } from '@acceptance/shared';
import { TokenError } from '../pkcs11/token-error';
import { type Agent, answerCall, operationAt } from './answer-call';
import { type CallerRules, corsHeaders, originOfCaller, preflightHeaders, requireJsonCall } from './check-caller';

const LARGEST_BODY = 256 * 1024;
const MAX_CONNECTIONS = 32;
const REQUEST_MS = 30_000;

export interface AgentServer {
  readonly port: number;
  /** Takes no more calls and ends the connections. */
  stop(): Promise<void>;
}

export interface AgentServerOptions {
  readonly agent: Agent;
  readonly origins: readonly string[];
  /** 0 takes a free one. */
  readonly port: number;
  /** One line for each call, and for what failed; never what was sent or answered. */
  readonly print: (line: string) => void;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > LARGEST_BODY) {
      throw new UkeyAgentError('ukey.request_refused');
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body?: unknown): void {
  response.writeHead(status, {
    ...headers,
    // PINs are in some answers
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** What may stand in the window: messages of libraries may repeat what they were given, such as a PIN. */
function describeCause(cause: unknown): string {
  if (cause instanceof TokenError) {
    return cause.message;
  }
  const place =
    cause instanceof Error ? cause.stack?.split('\n').find((line) => line.trimStart().startsWith('at ')) : '';
  return `${cause instanceof Error ? cause.name : typeof cause} ${place?.trim() ?? ''}`;
}

/** Serves pages on this PC, on 127.0.0.1 only. Rejects with EADDRINUSE where the agent runs already. */
export async function startAgentServer({ agent, origins, port, print }: AgentServerOptions): Promise<AgentServer> {
  let rules: CallerRules = { port, origins };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const head = { method: request.method ?? '', target: request.url ?? '', headers: request.headers };
    let headers: Record<string, string> = {};
    let called = `${head.method} refused`;
    try {
      const origin = originOfCaller(head, rules);
      headers = corsHeaders(origin);
      if (head.method === 'OPTIONS') {
        send(response, 204, preflightHeaders(head.headers, origin));
        return;
      }
      requireJsonCall(head);
      const name = operationAt(head.target);
      called = name;
      const { authorization } = head.headers;
      const call = { path: head.target, origin, authorization, readBody: () => readBody(request) };
      send(response, 200, headers, await answerCall(agent, name, call));
      print(`${name}: ok`);
    } catch (error) {
      const known = error instanceof UkeyAgentError ? error : new UkeyAgentError('ukey.failed', undefined, error);
      print(`${called}: ${known.code}${known.cause ? ` (${describeCause(known.cause)})` : ''}`);
      if (!request.complete) {
        // what comes after is not read
        headers = { ...headers, connection: 'close' };
      }
      send(response, known.status, headers, known.toBody());
    }
  }

  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS }, (request, response) => {
    void handle(request, response);
  });
  server.maxConnections = MAX_CONNECTIONS;
  // WebSockets ask nobody before they are opened from a foreign page; there is nothing here that needs one.
  server.on('upgrade', (_request, socket) => {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  server.on('connect', (_request, socket) => {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  rules = { ...rules, port: (server.address() as AddressInfo).port };
  return {
    port: rules.port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
