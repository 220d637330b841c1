import { endpoints } from '@acceptance/shared';
import { migrate, pendingMigrations } from '../../bff/src/database/migrate';
import { bearer, jsonBody, rawRequest } from '../support/raw-request';
import { meet, nextPerson } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const JSON_TYPE = { 'content-type': 'application/json' };

const askForCode = (init: RequestInit) => rawRequest(system(), 'POST', '/auth/sms-codes', init);

describe('a request that cannot be read', () => {
  it.each([
    ['broken JSON', '{"phone": '],
    ['text instead of JSON', 'phone=19900000001'],
    ['a bare value', '"19900000001"'],
    ['null', 'null'],
  ])('is %s', async (_title, body) => {
    expect(await askForCode({ headers: JSON_TYPE, body })).toMatchObject({ status: 400, code: 'request.unreadable' });
  });

  it('is larger than any form', async () => {
    const answer = await askForCode(jsonBody({ phone: '1'.repeat(300 * 1024) }));
    expect(answer).toMatchObject({ status: 413, code: 'request.too_large' });
  });

  it('has another content type, or no body: then nothing is changed', async () => {
    const answer = await askForCode({ headers: { 'content-type': 'text/plain' }, body: '{"phone":"19900000001"}' });
    expect(answer).toMatchObject({ status: 415, code: 'request.wrong_media_type' });
    expect(await askForCode({})).toMatchObject({ status: 422, code: 'request.body_missing' });
  });
});

describe('a request for something that is not there', () => {
  it.each(['/nowhere', '/orders/1/2/3', '/../etc/passwd', '/public/settings/', '/%2e%2e/admin'])(
    'answers %s in our words',
    async (path) => {
      const answer = await rawRequest(system(), 'GET', path);
      expect([answer.status, answer.code]).toEqual(
        path === '/public/settings/' ? [200, undefined] : [404, 'request.not_found'],
      );
    },
  );

  it('for what is the same for all is answered once: kept for a day, then compared', async () => {
    const ask = (headers: Record<string, string> = {}) =>
      fetch(`${system().origin}/api/public/regions`, { headers: { 'cache-control': 'max-age=0', ...headers } });
    const first = await ask();
    expect(first.headers.get('cache-control')).toBe('public, max-age=86400, must-revalidate');
    expect(await first.json()).toMatchObject({ items: { length: 34 } });
    const again = await ask({ 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await ask({ 'if-none-match': '"another"' })).status).toBe(200);
  });

  it.each([
    ['en', 'en', 'We could not find what you asked for'],
    ['en-GB,en;q=0.9,zh-CN;q=0.5', 'en', 'We could not find what you asked for'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh', '没有找到您要的内容'],
    ['mn', 'zh', '没有找到您要的内容'],
    ['*', 'zh', '没有找到您要的内容'],
  ])('answers who reads %s in %s', async (accepted, language, message) => {
    const response = await fetch(`${system().origin}/api/nowhere`, { headers: { 'accept-language': accepted } });
    expect(response.headers.get('content-language')).toBe(language);
    expect(await response.json()).toMatchObject({ error: { code: 'request.not_found', message } });
  });

  it('outside the API answers in our words too', async () => {
    const response = await fetch(`${system().origin}/`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'request.not_found' } });
  });

  it('by a broken percent code is the caller’s mistake', async () => {
    const { applicant } = await meet(system(), 'sign-in');
    const answer = await rawRequest(system(), 'GET', '/orders/%E0%A4%A', { headers: bearer(applicant.accessToken) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.code).toMatch(/^request\./);
  });

  it('by an id of another form names the parameter', async () => {
    const { applicant } = await meet(system(), 'sign-in');
    const answer = await rawRequest(system(), 'GET', '/orders/17', { headers: bearer(applicant.accessToken) });
    expect(answer).toMatchObject({ status: 422, code: 'request.invalid' });
    expect(JSON.parse(answer.text).error.fields).toMatchObject([{ path: 'orderId' }]);
  });

  it.each([
    ['PUT', '/orders'],
    ['DELETE', '/public/settings'],
    ['PATCH', '/account'],
  ])('by a wrong method: %s %s', async (method, path) => {
    const answer = await rawRequest(system(), method, path);
    expect(answer).toMatchObject({ status: 405, code: 'request.method_not_allowed' });
    expect(answer.headers.get('allow')).toMatch(/GET/);
  });
});

describe('a query that is written twice', () => {
  it('is refused and not guessed at', async () => {
    const { applicant } = await meet(system(), 'sign-in');
    const answer = await rawRequest(system(), 'GET', '/orders?limit=1&limit=2', {
      headers: bearer(applicant.accessToken),
    });
    expect(answer).toMatchObject({ status: 422, code: 'request.invalid' });
  });
});

describe('a database operator in place of a value', () => {
  it.each([
    ['the phone number', { phone: { $ne: null }, code: '000000', acceptedTermsVersion: '2026-11' }],
    ['the code', { phone: '19900000001', code: { $gt: '' }, acceptedTermsVersion: '2026-11' }],
  ])('is refused as %s', async (_title, body) => {
    const answer = await rawRequest(system(), 'POST', '/auth/sessions/sms', jsonBody(body));
    expect(answer).toMatchObject({ status: 422, code: 'request.invalid' });
  });
});

describe('the rate limit', () => {
  it('answers 429 and says how long to wait, for each endpoint apart', async () => {
    const { limit } = endpoints.auth.requestSmsCode.rateLimit!;
    for (let n = 0; n < limit; n += 1) {
      expect((await askForCode(jsonBody({ phone: nextPerson().phone }))).status).toBe(200);
    }
    const refused = await askForCode(jsonBody({ phone: nextPerson().phone }));
    expect(refused).toMatchObject({ status: 429, code: 'request.too_frequent' });
    // 10:00 sharp begins a window of ten minutes.
    const elapsed = (system().clock.now().getTime() / 1000) % 600;
    expect(refused.headers.get('retry-after')).toBe(String(600 - elapsed));
    expect(
      (await rawRequest(system(), 'POST', '/auth/sessions/refresh', jsonBody({ refreshToken: 'x'.repeat(30) }))).status,
    ).toBe(401);
    system().clock.advance(600_000);
    expect((await askForCode(jsonBody({ phone: nextPerson().phone }))).status).toBe(200);
  });

  it('counts signed-in people, not their address', async () => {
    const { limit } = endpoints.identity.verifyIdentity.rateLimit!;
    const [first, second] = [await meet(system(), 'sign-in'), await meet(system(), 'sign-in')];
    const verify = (accessToken: string | null) =>
      rawRequest(system(), 'POST', '/identity/verification', jsonBody({}, bearer(accessToken)));
    const statuses = await Promise.all(Array.from({ length: limit + 5 }, () => verify(first.applicant.accessToken)));
    expect(statuses.filter(({ status }) => status === 429)).toHaveLength(5);
    expect((await verify(second.applicant.accessToken)).status).toBe(422);
  });
});

describe('the request id', () => {
  it('of our own proxy is kept, in the header and in errors', async () => {
    const answer = await rawRequest(system(), 'GET', '/account', { headers: { 'x-request-id': 'proxy-12345678' } });
    expect(answer.headers.get('x-request-id')).toBe('proxy-12345678');
    expect(JSON.parse(answer.text)).toMatchObject({ error: { requestId: 'proxy-12345678' } });
    expect(system().logText()).toContain('proxy-12345678');
  });

  it.each(['short', 'has blanks in it', '"}{injected', 'x'.repeat(65)])(
    '%j is replaced by one of ours',
    async (given) => {
      const answer = await rawRequest(system(), 'GET', '/healthz', { headers: { 'x-request-id': given } });
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('differs from request to request', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => rawRequest(system(), 'GET', '/healthz')));
    expect(new Set(ids.map(({ headers }) => headers.get('x-request-id'))).size).toBe(3);
  });
});

describe('health', () => {
  it('is told to everybody', async () => {
    expect(await rawRequest(system(), 'GET', '/healthz')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    const readiness = await rawRequest(system(), 'GET', '/readyz');
    expect(readiness.status).toBe(200);
    expect(JSON.parse(readiness.text)).toEqual({
      status: 'ready',
      remotes: [
        'sms',
        'mail',
        'identity',
        'face-checker',
        'unit-registry',
        'id-card-reader',
        'wechat',
        'wechat-pay',
        'certificate-authority',
        'parcel-tracker',
        'timestamp-authority',
        'validation-data',
      ].map((name) => ({
        name,
        state: 'closed',
      })),
      endingCredentials: [],
    });
  });

  it('is not readiness: before the migrations we are alive but not ready', async () => {
    const { connection } = system().container();
    await connection.collection('migrations').deleteMany({});
    expect(await rawRequest(system(), 'GET', '/healthz')).toMatchObject({ status: 200 });
    expect(await rawRequest(system(), 'GET', '/readyz')).toMatchObject({ status: 503, code: 'server.unavailable' });
    const [logged] = system()
      .logText()
      .split('\n')
      .filter((line) => line.includes('"msg":"not ready"'));
    expect(JSON.parse(logged ?? '{}')).toMatchObject({
      requestId: expect.any(String),
      why: 'the database is older than this program: run `npm run migrate`',
      pending: expect.arrayContaining(['2026-11-22-audit-chain']),
    });
    expect(await migrate(connection, system().clock.now)).not.toEqual([]);
    expect(await pendingMigrations(connection)).toEqual([]);
    expect(await rawRequest(system(), 'GET', '/readyz')).toMatchObject({ status: 200 });
  });
});

describe('answers', () => {
  it('are kept by no cache', async () => {
    const { applicant } = await meet(system(), 'sign-in');
    const answer = await rawRequest(system(), 'GET', '/account', { headers: bearer(applicant.accessToken) });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
