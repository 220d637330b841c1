import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AnyEndpoint } from '@acceptance/shared';
import Router from '@koa/router';
import Koa from 'koa';
import type { Logger } from 'pino';
import { type BindingDependencies, createBinder, type Handler } from '../bind-endpoint';
import type { EndpointCall } from '../endpoint-call';
import { errorHandler } from '../error-handler';
import type { ReadAlongside } from '../read-alongside';
import { requestId } from '../request-id';

/** Serves single endpoints to the tests of a file; what was recorded and logged is that of the test. */
export function useServedEndpoint() {
  const recorded: EndpointCall[] = [];
  const logged: { fields: Record<string, unknown>; text: string }[] = [];
  let server: Server | null = null;
  afterEach(async () => {
    logged.length = 0;
    recorded.length = 0;
    const running = server;
    server = null;
    await new Promise<void>((resolve) => (running ? running.close(() => resolve()) : resolve()));
  });

  const logger = {
    error: (fields: Record<string, unknown>, text: string) => logged.push({ fields, text }),
  } as unknown as Logger;

  /** Serves one endpoint and answers how to call it. */
  async function serve<E extends AnyEndpoint, Found = never>(
    endpoint: E,
    handler: Handler<E, Found>,
    o: Partial<BindingDependencies> = {},
    alongside?: ReadAlongside<E>,
  ) {
    const router = new Router();
    const counted: string[] = [];
    const bind = createBinder(() => router, {
      readAccessToken: async () => ({
        actor: { kind: 'applicant', id: 'a1', sessionId: 's1', identityVerified: true },
        found: [],
      }),
      rateCounter: {
        count: async (key) => {
          counted.push(key);
          return counted.length;
        },
      },
      recordCall: async (call) => {
        recorded.push(call);
      },
      now: () => new Date('2026-11-23T02:00:00Z'),
      logger,
      strict: true,
      secureCookies: false,
      ...o,
    });
    bind(endpoint, handler, alongside);
    const app = new Koa().use(requestId).use(errorHandler(logger, false)).use(router.routes());
    const listening = createServer(app.callback());
    server = listening;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const { port } = listening.address() as AddressInfo;
    const call = async (body: unknown = { size: 2 }, path = '/act/7', headers: Record<string, string> = {}) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: endpoint.method,
        headers: { 'content-type': 'application/json', connection: 'close', ...headers },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
    };
    return { call, counted };
  }

  return { serve, recorded, logged };
}
