import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildPath, endpoints } from '@acceptance/shared';
import type { Config } from '../../bff/src/config/load-config';
import { createApp } from '../../bff/src/create-app';
import { countAttempt } from '../../bff/src/modules/auth';
import { freePort } from '../../scripts/demo/free-port';
import { startNginx } from '../../scripts/nginx/run-nginx';
import { recordedBy } from '../support/audit-records';
import { consentBody, readText } from '../support/contract-calls';
import { openCookieBrowser } from '../support/cookie-browser';
import { outcomeOf } from '../support/expect-error';
import { bearer } from '../support/raw-request';
import { postFrom } from '../support/request-from';
import { STAFF_PASSWORD, staffPerson } from '../support/staff-people';
import { openConsent, storedOrder } from '../support/stored-state';
import { meet, nextPerson, paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const { requestSmsCode } = endpoints.auth;
const PHONE = '127.0.0.5';
const FORGED = '203.0.113.9';

/** BFFs on the system's data, each behind so many proxies; and nginx before them: once, and twice in a row. */
const servers: Server[] = [];
const ports = { direct: 0, once: 0, twice: 0, twiceFromOutside: 0, production: 0 };
let nginx: Awaited<ReturnType<typeof startNginx>>;

async function serveBehind(proxies: number, change: Partial<Config> = {}): Promise<number> {
  const container = system().container();
  const app = createApp({ ...container, config: { ...container.config, TRUSTED_PROXIES: proxies, ...change } });
  const server = createServer(app.callback());
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  const [once, twice, outer, inner] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const production = await freePort();
  const inProduction = await serveBehind(1, { NODE_ENV: 'production' });
  ports.direct = await serveBehind(1);
  const behindTwo = await serveBehind(2);
  Object.assign(ports, { once, twice: outer, twiceFromOutside: twice, production });
  nginx = await startNginx([
    { port: once, to: `http://127.0.0.1:${ports.direct}` },
    { port: inner, to: `http://127.0.0.1:${behindTwo}` },
    { port: outer, to: `http://127.0.0.1:${inner}` },
    { port: production, to: `http://127.0.0.1:${inProduction}` },
    // Somebody else's proxy before ours: it is the client.
    { port: twice, to: `http://127.0.0.1:${once}` },
  ]);
});

afterAll(async () => {
  await nginx?.stop();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Whom calls were counted for since the test began; the endpoint has a limit of its own and one that it shares. */
async function countedKeys(): Promise<(string | undefined)[]> {
  const counts = await system().container().connection.collection<{ _id: string }>('rate_counts').find().toArray();
  return [...new Set(counts.map(({ _id }) => _id.split('|')[1]))];
}

const ask = (port: number, forwardedFor?: string, from = PHONE): Promise<number> =>
  postFrom({
    port,
    from,
    path: requestSmsCode.path,
    headers: forwardedFor === undefined ? {} : { 'X-Forwarded-For': forwardedFor },
    body: { phone: nextPerson().phone },
  });

describe('behind a proxy that appends to X-Forwarded-For', () => {
  it.each(['once', 'twice'] as const)('a client is counted by its own address: %s', async (way) => {
    for (const forged of [undefined, FORGED, `${FORGED}, 198.51.100.1`, '2001:db8::1', 'unknown, ,']) {
      expect(await ask(ports[way], forged)).toBe(200);
    }
    expect(await countedKeys()).toEqual([PHONE]);
  });

  it('a limit cannot be passed by making up addresses, and does not touch other clients', async () => {
    const { limit } = requestSmsCode.rateLimit!;
    for (let n = 0; n < limit; n += 1) {
      expect(await ask(ports.once, `198.51.100.${n}`)).toBe(200);
    }
    expect(await ask(ports.once, '198.51.100.200')).toBe(429);
    expect(await ask(ports.once, PHONE, '127.0.0.6')).toBe(200);
  });

  it('a proxy that is not ours is the client', async () => {
    expect(await ask(ports.twiceFromOutside, FORGED)).toBe(200);
    expect(await countedKeys()).toEqual(['127.0.0.1']);
  });

  it('evidence and audit hold the client’s own address', async () => {
    const context = await meet(system(), 'sign-in', 'start', 'particulars', 'identity', 'id-card');
    const params = paramsOf(context);
    const body = consentBody(await readText(context));
    const records = await recordedBy(system(), async () => {
      const status = await postFrom({
        port: ports.once,
        from: PHONE,
        path: buildPath(endpoints.contracts.recordConsent, { params }),
        headers: { ...bearer(context.applicant.accessToken), 'X-Forwarded-For': FORGED },
        body,
      });
      expect(status).toBe(200);
    });
    expect(openConsent(system(), await storedOrder(system(), context)).address).toBe(PHONE);
    const hash = system().container().cipher.lookupHash(PHONE, 'audit.address');
    expect(records.map(({ action, address }) => [action, address])).toEqual([['contracts.recordConsent', hash]]);
  });
});

describe('the refresh cookie', () => {
  it.each([
    ['twice', 'staff-refresh', false],
    ['production', '__Secure-staff-refresh', true],
  ] as const)('passes the proxy both ways (%s): %s', async (way, name, secure) => {
    const { username } = await staffPerson(system());
    const browser = openCookieBrowser(`http://127.0.0.1:${ports[way]}`);
    const body = { username, password: STAFF_PASSWORD };
    const signedIn = await browser.call(endpoints.staff.signInStaff, { body });
    expect(signedIn.cookie?.name).toBe(name);
    // To the BFF the connection is a plain one: the proxy ends TLS.
    expect(signedIn.cookie?.attributes.includes('secure')).toBe(secure);
    const renewed = await browser.call(endpoints.staff.refreshStaffSession, { body: {} });
    expect(renewed).toMatchObject({ status: 200, cookie: { name } });
  });
});

describe('without a proxy', () => {
  it('nothing that a client writes is believed', async () => {
    const own = Number(new URL(system().origin).port);
    for (const forged of [FORGED, '2001:db8::1', `${FORGED}, ${FORGED}`]) {
      expect(await ask(own, forged)).toBe(200);
    }
    expect(await countedKeys()).toEqual([PHONE]);
  });

  it('what is no address, where our proxy should have written one, is the socket’s address', async () => {
    for (const broken of ['unknown', `${FORGED}:4711`, `${FORGED},`, 'fe80::1%lo', '', '{"$gt":""}']) {
      expect(await ask(ports.direct, broken)).toBe(200);
    }
    expect(await countedKeys()).toEqual([PHONE]);
  });
});

describe('an IPv6 client', () => {
  it('has one limit for its whole /64, however many of its addresses it uses', async () => {
    const { limit } = requestSmsCode.rateLimit!;
    for (let n = 0; n < limit; n += 1) {
      expect(await ask(ports.direct, `2001:db8:1:2:${n}::${n}`)).toBe(200);
    }
    expect(await ask(ports.direct, '2001:DB8:1:2:ffff::1')).toBe(429);
    expect(await ask(ports.direct, '2001:db8:1:3::1')).toBe(200);
    expect((await countedKeys()).toSorted()).toEqual(['2001:db8:1:2::/64', '2001:db8:1:3::/64']);
  });

  it('that is IPv4 in IPv6 is the IPv4 client', async () => {
    await ask(ports.direct, '::ffff:203.0.113.9');
    await ask(ports.direct, FORGED);
    expect(await countedKeys()).toEqual([FORGED]);
  });

  it('has one count of wrong passwords too', async () => {
    const now = system().clock.now();
    const guess = (n: number, network: string) =>
      countAttempt(system().container(), {
        subject: `applicant:${network}${n}`,
        trustedDeviceId: null,
        address: `${network}::${n}`,
        now,
      });
    for (let n = 1; n <= 30; n += 1) {
      await guess(n, '2001:db8:9:9');
    }
    expect(await outcomeOf(guess(31, '2001:db8:9:9'))).toBe('auth.password_delayed');
    expect(await outcomeOf(guess(31, '2001:db8:9:a'))).not.toBe('auth.password_delayed');
  });
});
