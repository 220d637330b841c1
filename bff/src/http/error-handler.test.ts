import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { AppError } from '@acceptance/shared';
import Koa, { type Context } from 'koa';
import type { Logger } from 'pino';
import { PortError } from '../ports/port-error';
import { errorHandler, logLateError, toAppError } from './error-handler';

const named = (name: string): Error => Object.assign(new Error('张伟 19900000001'), { name });

describe('anything thrown', () => {
  it('that is ours stays what it is', () => {
    const error = new AppError('orders.not_found');
    expect(toAppError(error)).toBe(error);
  });

  it.each([
    ['a remote that fails', new PortError('sms', 'unavailable', 'InternalError')],
    ['a database that is gone', named('MongoServerSelectionError')],
    ['a connection that broke', named('MongoNetworkError')],
  ])('because of %s asks to try again later', (_title, thrown) => {
    expect(toAppError(thrown)).toMatchObject({ code: 'server.unavailable', status: 503 });
  });

  it.each([
    ['an error', new TypeError('x is not a function')],
    ['a text', 'thrown by mistake'],
    ['nothing', undefined],
  ])('by a mistake, as %s, is unexpected', (_title, thrown) => {
    expect(toAppError(thrown)).toMatchObject({ code: 'server.unexpected', status: 500 });
  });
});

/** What is answered and logged when `thrown` comes out of a request. */
async function handled(thrown: unknown, verbose: boolean, language = 'zh') {
  const logged: unknown[] = [];
  const logger = { error: (fields: unknown) => logged.push(fields) } as unknown as Logger;
  const headers: Record<string, string> = {};
  const ctx = {
    state: { requestId: 'request-1' } as Record<string, unknown>,
    status: 404,
    body: undefined as unknown,
    acceptsLanguages: () => language,
    set: (name: string, value: string) => {
      headers[name] = value;
    },
  };
  await errorHandler(logger, verbose)(ctx as unknown as Context, () => Promise.reject(thrown));
  return { ctx, headers, logged };
}

describe('the error handler', () => {
  it('answers a mistake of ours without saying anything about it', async () => {
    const { ctx, logged } = await handled(named('Error'), false);
    expect(ctx.status).toBe(500);
    expect(JSON.stringify([ctx.body, logged])).not.toMatch(/张伟|19900000001/);
    expect(logged).toMatchObject([{ requestId: 'request-1', code: 'server.unexpected', cause: { name: 'Error' } }]);
  });

  it('shows the message in the log while developing, never in the answer', async () => {
    const { ctx, logged } = await handled(new Error('what went wrong'), true);
    expect(logged).toMatchObject([{ message: 'what went wrong' }]);
    expect(JSON.stringify(ctx.body)).not.toContain('what went wrong');
  });

  it('logs of a remote’s failure the port and the vendor’s code', async () => {
    const { logged } = await handled(new PortError('sms', 'unavailable', 'InternalError'), false);
    expect(logged).toMatchObject([{ cause: { port: 'sms', failure: 'unavailable', vendorCode: 'InternalError' } }]);
  });

  it('logs of a write that the database refused the place and the rule, never what was written', async () => {
    const errInfo = {
      failingDocumentId: '13800000001',
      details: {
        operatorName: '$jsonSchema',
        title: 'accounts',
        schemaRulesNotSatisfied: [
          {
            operatorName: 'properties',
            propertiesNotSatisfied: [
              { propertyName: 'phone', details: [{ operatorName: 'bsonType', consideredValue: 19_900_000_001 }] },
            ],
          },
        ],
      },
    };
    const { ctx, logged } = await handled(Object.assign(named('MongoServerError'), { code: 121, errInfo }), false);
    expect(ctx.body).toMatchObject({ error: { code: 'server.unexpected' } });
    expect(logged).toMatchObject([
      { cause: { code: 121, refused: { collection: 'accounts', rules: ['phone: bsonType'] } } },
    ]);
    expect(JSON.stringify([ctx.body, logged])).not.toMatch(/张伟|19900000001|13800000001/);
  });

  it('logs nothing for what the caller did wrong, and remembers the code for the access log', async () => {
    const { ctx, logged } = await handled(new AppError('orders.not_found'), true);
    expect(logged).toEqual([]);
    expect(ctx.state.errorCode).toBe('orders.not_found');
  });

  it('says when to come back', async () => {
    const { ctx, headers } = await handled(new AppError('auth.code_too_soon', { details: { seconds: 17 } }), false);
    expect(ctx.status).toBe(429);
    expect(headers).toMatchObject({
      'Retry-After': '17',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    expect(ctx.body).toMatchObject({ error: { next: '请在 17 秒后重新获取', requestId: 'request-1' } });
  });
});

it('says when to come back also when there is too much to do', async () => {
  const { ctx, headers } = await handled(new AppError('files.busy', { details: { seconds: 5 } }), false);
  expect(ctx.status).toBe(503);
  expect(headers).toMatchObject({ 'Retry-After': '5' });
});

describe('an error after the handlers are done', () => {
  /** What is logged when an answer breaks off with `error` while it is sent. */
  async function loggedOf(error: Error) {
    const logged: { level: string; fields: unknown; text: string }[] = [];
    const at = (level: string) => (fields: unknown, text: string) => logged.push({ level, fields, text });
    const logger = { error: at('error'), info: at('info') } as unknown as Logger;
    const app = new Koa().use((ctx) => {
      Object.assign(ctx.state, { requestId: 'request-1', endpointId: 'test.read' });
      ctx.body = new Readable({
        read() {
          this.destroy(error);
        },
      });
    });
    app.on('error', logLateError(logger));
    const server = createServer(app.callback());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    try {
      const { port } = server.address() as AddressInfo;
      await fetch(`http://127.0.0.1:${port}`)
        .then((answer) => answer.text())
        .catch(() => undefined);
      expect(printed).not.toHaveBeenCalled();
    } finally {
      printed.mockRestore();
      server.closeAllConnections();
      server.close();
    }
    return logged;
  }

  it('is logged like any other, and not printed with its message', async () => {
    const logged = await loggedOf(named('TypeError'));
    // Koa tells of it twice: the answer's stream failed, and the connection ended before its end.
    expect(logged.slice(0, 1)).toEqual([
      {
        level: 'error',
        fields: {
          requestId: 'request-1',
          endpoint: 'test.read',
          cause: expect.objectContaining({ name: 'TypeError' }),
        },
        text: 'failed while answering',
      },
    ]);
    expect(JSON.stringify(logged)).not.toMatch(/张伟|19900000001/);
  });

  it('is no failure of ours when the client hung up', async () => {
    const logged = await loggedOf(Object.assign(new Error(), { code: 'ECONNRESET' }));
    expect(new Set(logged.map(({ level }) => level))).toEqual(new Set(['info']));
  });

  it('may come without a request', () => {
    const error = jest.fn();
    logLateError({ error } as unknown as Logger)('thrown by mistake');
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ cause: { name: 'string' } }), expect.any(String));
  });
});
