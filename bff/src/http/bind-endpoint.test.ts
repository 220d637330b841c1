import { Readable } from 'node:stream';
import { AppError, binary, defineEndpoint, empty, sessionTokensSchema } from '@acceptance/shared';
import * as v from 'valibot';
import { noteAct } from './act-notes';
import type { Handler } from './bind-endpoint';
import type { EndpointCall } from './endpoint-call';
import { useServedEndpoint } from './testing/served-endpoint';

const base = { id: 'test.act', method: 'POST', path: '/act/:id', summary: '试', errors: [], idempotent: true } as const;
const publicEndpoint = defineEndpoint({
  ...base,
  access: 'public',
  params: v.object({ id: v.pipe(v.string(), v.regex(/^\d+$/, '只填数字')) }),
  body: v.object({ size: v.number('请填数字') }),
  response: v.object({ doubled: v.number() }),
  errors: ['orders.not_found'],
});

const { serve, recorded, logged } = useServedEndpoint();

const double: Handler<typeof publicEndpoint> = async ({ body }) => ({ doubled: body.size * 2 });

describe('a bound endpoint', () => {
  it('gives its handler the parsed input and sends what it answers', async () => {
    const { call } = await serve(publicEndpoint, double);
    expect(await call({ size: 4 })).toMatchObject({ status: 200, body: { doubled: 8 } });
  });

  it('refuses input off its schemas and names the field', async () => {
    const { call } = await serve(publicEndpoint, double);
    expect(await call({ size: 'two' })).toMatchObject({
      status: 422,
      body: { error: { code: 'request.invalid', fields: [{ path: 'size', message: '请填数字' }] } },
    });
    expect(await call({ size: 2 }, '/act/seven')).toMatchObject({
      body: { error: { fields: [{ path: 'id', message: '只填数字' }] } },
    });
  });

  it('never sends a member that its response does not declare', async () => {
    const { call } = await serve(
      publicEndpoint,
      async () => ({ doubled: 2, idNumber: 'secret' }) as { doubled: number },
    );
    expect((await call()).body).toEqual({ doubled: 2 });
  });

  it('answers 204 for nothing', async () => {
    const endpoint = defineEndpoint({ ...base, access: 'public', response: empty });
    const { call } = await serve(endpoint, async () => undefined);
    expect(await call()).toMatchObject({ status: 204, body: null });
  });

  it('sends bytes uncached and with their type', async () => {
    const endpoint = defineEndpoint({ ...base, access: 'public', response: binary('application/pdf') });
    const { call } = await serve(endpoint, async () => ({ bytes: Buffer.from('{}'), mediaType: 'application/pdf' }));
    const { headers } = await call();
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('sends a stream after the call is recorded, and breaks the connection off where it fails', async () => {
    const endpoint = defineEndpoint({ ...base, access: 'public', response: binary('text/csv') });
    const { call } = await serve(endpoint, async () => ({
      bytes: Readable.from(
        (async function* () {
          yield `recorded: ${recorded.length}`;
          throw new Error('the database went away');
        })(),
      ),
      mediaType: 'text/csv',
    }));
    // A client that closes takes what came for the whole.
    await expect(call(undefined, undefined, { connection: 'keep-alive' })).rejects.toThrow('terminated');
    expect(recorded).toMatchObject([{ outcome: 'done' }]);
  });
});

describe('an error', () => {
  it('that is declared is answered', async () => {
    const { call } = await serve(publicEndpoint, async () => {
      throw new AppError('orders.not_found');
    });
    expect(await call()).toMatchObject({ status: 404, body: { error: { code: 'orders.not_found' } } });
  });

  const undeclared: Handler<typeof publicEndpoint> = async () => {
    throw new AppError('payments.already_paid');
  };

  it('that is not declared fails the request where we are strict', async () => {
    const { call } = await serve(publicEndpoint, undeclared);
    expect(await call()).toMatchObject({ status: 500, body: { error: { code: 'server.unexpected' } } });
    expect(logged[0]).toEqual({
      fields: { endpoint: 'test.act', code: 'payments.already_paid' },
      text: 'undeclared error code',
    });
  });

  it('that is not declared is answered and logged in production', async () => {
    const { call } = await serve(publicEndpoint, undeclared, { strict: false });
    expect(await call()).toMatchObject({ status: 409, body: { error: { code: 'payments.already_paid' } } });
    expect(logged.map(({ text }) => text)).toEqual(['undeclared error code']);
  });

  it('of ours that is a bug says nothing about itself', async () => {
    const { call } = await serve(publicEndpoint, async () => {
      throw new Error('张伟 11010519491231002X');
    });
    const answer = await call();
    expect(answer).toMatchObject({ status: 500, body: { error: { code: 'server.unexpected' } } });
    expect(JSON.stringify([answer.body, logged])).not.toContain('11010519491231002X');
  });
});

describe('a response off its schema', () => {
  const wrong = (async () => ({ doubled: 'four' })) as unknown as Handler<typeof publicEndpoint>;

  it('fails the request where we are strict', async () => {
    const { call } = await serve(publicEndpoint, wrong);
    expect(await call()).toMatchObject({ status: 500, body: { error: { code: 'server.unexpected' } } });
  });

  it('is sent and logged by its paths in production', async () => {
    const { call } = await serve(publicEndpoint, wrong, { strict: false });
    expect(await call()).toMatchObject({ status: 200, body: { doubled: 'four' } });
    expect(logged).toEqual([{ fields: { endpoint: 'test.act', paths: ['doubled'] }, text: 'response off its schema' }]);
  });
});

describe('the sequence of the checks', () => {
  const limited = defineEndpoint({
    ...base,
    access: 'applicant',
    body: v.object({ size: v.number() }),
    response: empty,
    rateLimit: { limit: 1, windowSeconds: 60, by: 'actor' },
  });
  const token = { authorization: 'Bearer a.b.c' };

  it('asks who calls before it counts', async () => {
    const { call, counted } = await serve(limited, async () => undefined);
    expect(await call()).toMatchObject({ status: 401, body: { error: { code: 'auth.required' } } });
    expect(counted).toEqual([]);
  });

  it('counts the actor, also for input that is then refused', async () => {
    const { call, counted } = await serve(limited, async () => undefined);
    expect(await call({}, '/act/7', token)).toMatchObject({ status: 422 });
    expect(counted).toEqual([expect.stringMatching(/^test\.act\|applicant:a1\|/)]);
    const refused = await call({}, '/act/7', token);
    expect(refused).toMatchObject({
      status: 429,
      body: { error: { code: 'request.too_frequent', details: { seconds: 60 } } },
    });
    expect(refused.headers.get('retry-after')).toBe('60');
  });

  it('refuses when the counter fails: a limit that cannot be checked is not passed', async () => {
    const rateCounter = { count: () => Promise.reject(new Error('database')) };
    const { call } = await serve(limited, async () => undefined, { rateCounter });
    expect(await call({ size: 1 }, '/act/7', token)).toMatchObject({ status: 500 });
  });
});

describe('the record of a call', () => {
  const limited = defineEndpoint({
    ...base,
    access: { staff: ['reviewer'] },
    params: v.object({ id: v.string() }),
    response: empty,
    rateLimit: { limit: 1, windowSeconds: 60, by: 'address' },
  });
  const token = { authorization: 'Bearer a.b.c' };
  const staff = { kind: 'staff', id: 'r1', sessionId: 's1', roles: ['reviewer'], mustEnrol: false } as const;
  const readAccessToken = async () => ({ actor: staff, found: [] });

  it('holds who, what, from where and with what result, once', async () => {
    const { call } = await serve(publicEndpoint, double);
    await call({ size: 4 });
    expect(recorded).toEqual([
      {
        endpoint: publicEndpoint,
        actor: null,
        address: expect.stringContaining('127.0.0.1'),
        requestId: expect.any(String),
        now: new Date('2026-11-23T02:00:00Z'),
        params: { id: '7' },
        body: { size: 4 },
        result: { doubled: 8 },
        notes: {},
        outcome: 'done',
        callsInWindow: null,
      },
    ]);
  });

  it('is made before the answer: what is not recorded is not shown', async () => {
    const recordCall = () => Promise.reject(new AppError('server.unavailable'));
    const { call } = await serve(publicEndpoint, double, { recordCall });
    const answer = await call({ size: 4 });
    expect(answer).toMatchObject({ status: 503, body: { error: { code: 'server.unavailable' } } });
    expect(answer.body).not.toHaveProperty('doubled');
  });

  it('is made before the cookie is given: nobody is signed in without it', async () => {
    const signIn = defineEndpoint({
      ...base,
      access: 'public',
      response: sessionTokensSchema,
      refreshCookie: { of: 'staff', act: 'give' },
    });
    const opened = {
      accessToken: 'access',
      accessTokenExpiresAt: '2026-11-23T02:15:00.000Z',
      refreshToken: 'secret',
      sessionExpiresAt: new Date('2026-11-23T14:00:00.000Z'),
    };
    const headers = { 'x-refresh-token-in': 'cookie' };
    const recordCall = jest
      .fn<Promise<void>, [EndpointCall]>()
      .mockRejectedValueOnce(new AppError('server.unavailable'));
    const { call } = await serve(signIn, async () => opened, { recordCall });
    const refused = await call({}, '/act/7', headers);
    expect([refused.status, refused.headers.get('set-cookie')]).toEqual([503, null]);
    const answer = await call({}, '/act/7', headers);
    expect(answer.headers.get('set-cookie')).toMatch(/^staff-refresh=secret; path=\/api\/staff\/sessions; /);
    expect(answer.body).toEqual({ accessToken: 'access', accessTokenExpiresAt: opened.accessTokenExpiresAt });
    expect(JSON.stringify(recordCall.mock.calls.map(([{ result }]) => result ?? null))).not.toContain('secret');
    expect((await call()).body).toHaveProperty('refreshToken', 'secret');
  });

  it('is made of refusals with their code, and with the actor who lacks the right', async () => {
    const { call } = await serve(limited, async () => undefined);
    await call();
    await call(undefined, '/act/7', token);
    expect(recorded).toMatchObject([
      { outcome: 'auth.required', actor: null, params: undefined },
      { outcome: 'auth.forbidden', actor: { kind: 'applicant', id: 'a1' }, params: undefined },
    ]);
  });

  it('holds what the handler noted, also before it refused, and nothing of another call', async () => {
    const { call } = await serve(publicEndpoint, async ({ body: { size } }) => {
      noteAct({ revision: size });
      await Promise.resolve();
      if (size > 4) {
        throw new AppError('request.invalid');
      }
      return { doubled: size * 2 };
    });
    await Promise.all([call({ size: 4 }), call({ size: 5 })]);
    const noted = recorded.map(({ outcome, notes }) => [outcome, notes]);
    expect(noted).toHaveLength(2);
    expect(noted).toEqual(
      expect.arrayContaining([
        ['done', { revision: 4 }],
        ['request.invalid', { revision: 5 }],
      ]),
    );
  });

  it('tells how far the caller is over the limit', async () => {
    const { call } = await serve(limited, async () => undefined, { readAccessToken });
    await call(undefined, '/act/7', token);
    await call(undefined, '/act/7', token);
    expect(recorded).toMatchObject([
      { outcome: 'done', actor: { kind: 'staff', id: 'r1' }, params: { id: '7' }, callsInWindow: 1 },
      { outcome: 'request.too_frequent', callsInWindow: 2 },
    ]);
  });

  it('holds no input that was refused', async () => {
    const { call } = await serve(publicEndpoint, double);
    await call({ size: 'two' });
    await call({ size: 2 }, '/act/seven');
    expect(recorded).toMatchObject([
      { outcome: 'request.invalid', params: { id: '7' }, body: undefined },
      { outcome: 'request.invalid', params: undefined, body: undefined },
    ]);
  });

  it('of an error that nobody foresaw has the code that the caller sees', async () => {
    const { call } = await serve(publicEndpoint, async () => {
      throw new Error('张伟');
    });
    await call();
    expect(recorded.map(({ outcome }) => outcome)).toEqual(['server.unexpected']);
  });
});
