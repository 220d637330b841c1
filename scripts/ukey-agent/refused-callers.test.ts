import { connect } from 'node:net';
import { ukeyAgentOperations } from '@acceptance/shared';
import { openPage, pair, type RawRequest, sendRaw } from './testing/agent-page';
import { DESK, OTHER_DESK, type RunningAgent, runAgent } from './testing/running-agent';

let agent: RunningAgent;
beforeAll(async () => {
  agent = await runAgent();
});
afterAll(() => agent?.stop());

const LIST = ukeyAgentOperations.listTokens.path;
/** A call that is answered, to be spoilt in one place. */
const goodCall = (): RawRequest & { headers: Record<string, string> } => ({
  path: LIST,
  headers: {
    origin: DESK,
    'content-type': 'application/json',
    authorization: `Bearer ${agent.page.pairingKey}`,
  },
  body: '{}',
});

const codeOf = (body: string): string => (JSON.parse(body) as { error: { code: string } }).error.code;

async function refusal(request: RawRequest) {
  const { status, headers, body } = await sendRaw(agent.port, request);
  return { status, code: codeOf(body), readable: headers['access-control-allow-origin'] };
}

function withHeaders(change: Record<string, string | undefined>): RawRequest {
  const call = goodCall();
  const headers = Object.fromEntries(
    Object.entries({ ...call.headers, ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return { ...call, headers };
}

describe('who may call the agent', () => {
  it('is a paired page of a configured origin, which alone can read the answer', async () => {
    const { status, headers } = await sendRaw(agent.port, goodCall());
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'access-control-allow-origin': DESK,
      vary: 'Origin',
      'cache-control': 'no-store',
    });
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  it.each([
    ['a foreign page', 'https://evil.example.cn'],
    ['a page whose name only begins alike', `${DESK}.evil.cn`],
    ['a page on another port', `${DESK}:8443`],
    ['the same name without TLS', DESK.replace('https', 'http')],
    ['a sandboxed frame or a file', 'null'],
    ['a program that names no origin', undefined],
  ])('is not %s', async (_, origin) => {
    await expect(refusal(withHeaders({ origin }))).resolves.toEqual({
      status: 403,
      code: 'ukey.origin_refused',
      readable: undefined,
    });
  });

  it.each([
    ['a name that was bound to 127.0.0.1 later (DNS rebinding)', 'evil.example.cn'],
    ['that name with our port', 'evil.example.cn:PORT'],
    ['our address without the port', '127.0.0.1'],
    ['another port', '127.0.0.1:1'],
    ['another loopback address', '127.0.0.2:PORT'],
  ])('is not a page that reached it by %s', async (_, host) => {
    await expect(refusal(withHeaders({ host: host.replace('PORT', String(agent.port)) }))).resolves.toMatchObject({
      status: 403,
      code: 'ukey.host_refused',
    });
  });

  it('may call it localhost', async () => {
    const { status } = await sendRaw(agent.port, withHeaders({ host: `localhost:${agent.port}` }));
    expect(status).toBe(200);
  });

  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a form with a file', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['plain text that is JSON', { 'content-type': 'text/plain' }],
    ['no type at all', { 'content-type': undefined }],
    ['JSON in another encoding', { 'content-type': 'application/json; charset=gbk' }],
    ['a navigation', { 'sec-fetch-mode': 'navigate' }],
    ['a request without CORS', { 'sec-fetch-mode': 'no-cors' }],
    ['compressed JSON', { 'content-encoding': 'gzip' }],
  ])('is not answered when it sends %s, even from the right origin', async (_, headers) => {
    await expect(refusal(withHeaders(headers))).resolves.toMatchObject({ status: 400, code: 'ukey.request_refused' });
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('cannot %s anything', async (method) => {
    await expect(refusal({ ...goodCall(), method })).resolves.toMatchObject({ code: 'ukey.request_refused' });
  });

  it('opens no WebSocket', async () => {
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    const key = { 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };
    const answer = await sendRaw(agent.port, {
      ...withHeaders({ ...upgrade, ...key }),
      method: 'GET',
      body: undefined,
    });
    expect(answer.status).toBe(403);
  });

  it('is no proxy', async () => {
    await expect(refusal({ ...goodCall(), path: `http://127.0.0.1:${agent.port}${LIST}` })).resolves.toMatchObject({
      code: 'ukey.request_refused',
    });
  });

  it('finds nobody listening but on loopback', async () => {
    const failure = await new Promise<string | undefined>((resolve) => {
      const socket = connect(agent.port, '127.0.0.2');
      socket.once('connect', () => resolve(undefined));
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    expect(failure).toBe('ECONNREFUSED');
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['what is not declared', '{"token":"x"}'],
  ])('is told when it sends %s', async (_, body) => {
    await expect(refusal({ ...goodCall(), body })).resolves.toMatchObject({ code: 'ukey.request_invalid' });
  });

  it('is cut off when it sends too much', async () => {
    const body = JSON.stringify({ filler: 'x'.repeat(300 * 1024) });
    await expect(refusal({ ...goodCall(), body })).resolves.toMatchObject({ code: 'ukey.request_refused' });
  });

  it('is told when it asks for what there is not', async () => {
    await expect(refusal({ ...goodCall(), path: '/v1/tokens/steal' })).resolves.toMatchObject({
      status: 404,
      code: 'ukey.operation_unknown',
    });
  });
});

describe('what a browser asks first', () => {
  const ask = (origin: string, extra: Record<string, string> = {}) =>
    sendRaw(agent.port, {
      method: 'OPTIONS',
      path: LIST,
      headers: { origin, 'access-control-request-method': 'POST', ...extra },
    });

  it('is answered for the pages that may call', async () => {
    const { status, headers } = await ask(DESK);
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': DESK,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, content-type',
    });
    expect(headers['access-control-allow-private-network']).toBeUndefined();
  });

  it('is told that loopback may be reached, when it asks', async () => {
    const { headers } = await ask(DESK, { 'access-control-request-private-network': 'true' });
    expect(headers['access-control-allow-private-network']).toBe('true');
  });

  it('is refused for all others', async () => {
    const { status, headers } = await ask('https://evil.example.cn', {
      'access-control-request-private-network': 'true',
    });
    expect(status).toBe(403);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('pairing', () => {
  const operations = Object.entries(ukeyAgentOperations).filter(([, { paired }]) => paired);

  it.each(operations)('%s is refused to a page that is not paired', async (_, { path }) => {
    await expect(refusal({ ...withHeaders({ authorization: undefined }), path })).resolves.toMatchObject({
      status: 401,
      code: 'ukey.pairing_required',
      readable: DESK,
    });
  });

  it('is of one origin: its key is nothing worth at another', async () => {
    await expect(refusal(withHeaders({ origin: OTHER_DESK }))).resolves.toMatchObject({
      code: 'ukey.pairing_required',
    });
  });

  it('takes no key that was made up', async () => {
    const authorization = `Bearer ${'A'.repeat(43)}`;
    await expect(refusal(withHeaders({ authorization }))).resolves.toMatchObject({ code: 'ukey.pairing_required' });
  });

  it('works once with a code, which is then used up', async () => {
    const page = openPage(agent.port, OTHER_DESK);
    await pair(page, () => agent.codes.at(-1)!);
    await expect(page.call('listTokens', {})).resolves.toMatchObject({ tokens: expect.any(Array) });
    await expect(page.refusalOf('completePairing', { code: agent.codes.at(-1)! })).resolves.toBe('ukey.pairing_ended');
  });

  it('gives three tries for a code, and no new code before two minutes are over', async () => {
    const page = openPage(agent.port, DESK);
    await expect(page.call('beginPairing', {})).resolves.toEqual({ seconds: 120 });
    const code = agent.codes.at(-1)!;
    const wrong = code === '000000' ? '000001' : '000000';
    agent.advance(60);
    await expect(page.call('completePairing', { code: wrong })).rejects.toMatchObject({ details: { remaining: 2 } });
    // asked again it is the same code, with the tries that are left
    await expect(page.call('beginPairing', {})).resolves.toEqual({ seconds: 60 });
    expect(agent.codes.at(-1)).toBe(code);
    await expect(page.call('completePairing', { code: wrong })).rejects.toMatchObject({ details: { remaining: 1 } });
    await expect(page.refusalOf('completePairing', { code: wrong })).resolves.toBe('ukey.pairing_ended');
    await expect(page.refusalOf('completePairing', { code })).resolves.toBe('ukey.pairing_ended');
    await expect(page.call('beginPairing', {})).rejects.toMatchObject({
      code: 'ukey.pairing_ended',
      details: { seconds: 60 },
    });
    agent.advance(60);
    await pair(page, () => agent.codes.at(-1)!);
    expect(page.pairingKey).toMatch(/^[\w-]{43}$/);
  });

  it('takes a code for two minutes, and from the page it was shown for', async () => {
    const page = openPage(agent.port, DESK);
    await page.call('beginPairing', {});
    const code = agent.codes.at(-1)!;
    await expect(agent.otherPage.refusalOf('completePairing', { code })).resolves.toBe('ukey.pairing_ended');
    await expect(agent.otherPage.refusalOf('beginPairing', {})).resolves.toBe('ukey.pairing_ended');
    agent.advance(120);
    await expect(page.refusalOf('completePairing', { code })).resolves.toBe('ukey.pairing_ended');
  });
});
