import { API_BASE_PATH, COOKIE_MODE, endpoints, TERMS_VERSION } from '@acceptance/shared';
import { ASKED_FOR, openCookieBrowser } from '../support/cookie-browser';
import { expectError } from '../support/expect-error';
import { receiveSignInCode, signInByCode } from '../support/password-people';
import { bearer } from '../support/raw-request';
import { STAFF_PASSWORD, staffPerson } from '../support/staff-people';
import { newClient, nextPerson } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const SECOND = 1000;
const QUARTER = 15 * 60 * SECOND;
const STAFF_LIFE = 12 * 3600 * SECOND;
const { signInStaff, refreshStaffSession, signOutStaff, readStaff } = endpoints.staff;

type Browser = ReturnType<typeof openCookieBrowser>;

async function staffInBrowser() {
  const { username } = await staffPerson(system());
  const browser = openCookieBrowser(system().origin);
  const credentials = { username, password: STAFF_PASSWORD };
  const signedIn = await browser.call(signInStaff, { body: credentials });
  return { browser, signedIn, credentials };
}
const refresh = (browser: Browser, cookie?: string) => browser.call(refreshStaffSession, { body: {}, cookie });
const tokenOf = ({ body }: { body: Record<string, unknown> }): string => String(body.accessToken);
const readSelf = (accessToken: string) => {
  const client = newClient(system());
  client.accessToken = accessToken;
  return client.call(readStaff, {});
};
const sessionsNow = () => system().container().sessions.find().sort({ _id: 1 }).lean();

describe('staff who sign in with a browser', () => {
  it('get their refresh token in a cookie that no script, other site or other endpoint sees', async () => {
    const { signedIn } = await staffInBrowser();
    expect(Object.keys(signedIn.body).sort()).toEqual(['accessToken', 'accessTokenExpiresAt', 'staff']);
    const expires = new Date(system().clock.now().getTime() + STAFF_LIFE).toUTCString();
    expect(signedIn.cookie).toEqual({
      name: 'staff-refresh',
      value: expect.stringMatching(/^[0-9a-f]{24}\.[\w-]{65}$/),
      attributes: [`path=${API_BASE_PATH}/staff/sessions`, `expires=${expires}`, 'samesite=strict', 'httponly'],
    });
    expect(system().logText()).not.toContain(signedIn.cookie!.value);
  });

  it('refresh with it: the cookie is rotated, and ends when the session does', async () => {
    const { browser, signedIn } = await staffInBrowser();
    const values = new Set([signedIn.cookie!.value]);
    for (const _ of [1, 2, 3]) {
      system().clock.advance(QUARTER);
      const renewed = await refresh(browser);
      expect(Object.keys(renewed.body).sort()).toEqual(['accessToken', 'accessTokenExpiresAt']);
      expect((await readSelf(tokenOf(renewed))).roles).toEqual(['administrator']);
      expect(renewed.cookie!.attributes).toEqual(signedIn.cookie!.attributes);
      values.add(renewed.cookie!.value);
    }
    expect(values.size).toBe(4);
    system().clock.advance(STAFF_LIFE);
    expect(await refresh(browser)).toMatchObject({ status: 401, code: 'auth.session_expired', cookie: { value: '' } });
    expect(browser.cookie()).toBeUndefined();
  });

  it('with the wrong password get no cookie', async () => {
    const { credentials } = await staffInBrowser();
    const answer = await openCookieBrowser(system().origin).call(signInStaff, {
      body: { ...credentials, password: 'another password' },
    });
    expect(answer).toMatchObject({ code: 'auth.password_wrong', cookie: null });
  });

  it('sign out: the cookie is removed, and opens nothing any more', async () => {
    const { browser, signedIn } = await staffInBrowser();
    const before = browser.cookie();
    const left = await browser.call(signOutStaff, { headers: { ...ASKED_FOR, ...bearer(tokenOf(signedIn)) } });
    expect(left).toMatchObject({ status: 204, cookie: { name: 'staff-refresh', value: '' } });
    expect(left.cookie!.attributes).toContain(`path=${API_BASE_PATH}/staff/sessions`);
    expect(browser.cookie()).toBeUndefined();
    expect(await refresh(browser)).toMatchObject({ status: 401, code: 'auth.session_expired' });
    expect(await refresh(browser, before)).toMatchObject({ status: 401, code: 'auth.session_expired' });
  });
});

describe('two tabs', () => {
  it('refresh at once with the cookie that they share: both go on', async () => {
    const { browser } = await staffInBrowser();
    system().clock.advance(QUARTER);
    const both = await Promise.all([refresh(browser), refresh(browser)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await Promise.all(both.map((answer) => readSelf(tokenOf(answer))));
    system().clock.advance(QUARTER);
    expect((await refresh(browser)).status).toBe(200);
  });

  it('an answer that got lost is repeated with the old cookie', async () => {
    const { browser } = await staffInBrowser();
    const before = browser.cookie();
    await refresh(browser);
    system().clock.advance(2 * SECOND);
    expect((await refresh(browser, before)).status).toBe(200);
    system().clock.advance(QUARTER);
    expect((await refresh(browser)).status).toBe(200);
  });
});

describe('a cookie that was stolen', () => {
  it('ends the session when it is used after the owner has gone on', async () => {
    const { browser } = await staffInBrowser();
    const stolen = browser.cookie();
    system().clock.advance(QUARTER);
    const renewed = await refresh(browser);
    system().clock.advance(11 * SECOND);
    const thief = openCookieBrowser(system().origin);
    expect(await refresh(thief, stolen)).toMatchObject({ code: 'auth.session_expired', cookie: { value: '' } });
    await expectError(() => readSelf(tokenOf(renewed)), 'auth.session_expired');
    expect(await refresh(browser)).toMatchObject({ code: 'auth.session_expired' });
  });

  it('opens nothing as a token of the other kind', async () => {
    const { browser } = await staffInBrowser();
    const value = browser.cookie()!.split('=')[1]!;
    const asApplicant = await openCookieBrowser(system().origin).call(endpoints.auth.refreshSession, {
      body: {},
      cookie: `applicant-refresh=${value}`,
    });
    expect(asApplicant).toMatchObject({ status: 401, code: 'auth.session_expired' });
    expect((await refresh(browser)).status).toBe(200);
  });
});

describe('another site in the same browser', () => {
  it.each([
    ['JSON', { 'content-type': 'application/json' }, 'request.invalid'],
    ['a form', { 'content-type': 'text/plain' }, 'request.wrong_media_type'],
    ['another value of the header', { [COOKIE_MODE.header]: 'yes' }, 'request.invalid'],
  ])('cannot rotate the session by %s without the header', async (_title, headers, code) => {
    const { browser } = await staffInBrowser();
    const before = await sessionsNow();
    const answer = await browser.call(refreshStaffSession, { body: {}, headers });
    expect(answer).toMatchObject({ code, cookie: null });
    expect(await sessionsNow()).toEqual(before);
    expect((await refresh(browser)).status).toBe(200);
  });

  it('is not allowed to send the header', async () => {
    const { path } = refreshStaffSession;
    const answer = await fetch(`${system().origin}${API_BASE_PATH}${path}`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://other.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': `content-type,${COOKIE_MODE.header}`,
      },
    });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('signs nobody out by the cookie alone', async () => {
    const { browser } = await staffInBrowser();
    expect(await browser.call(signOutStaff)).toMatchObject({ status: 401, code: 'auth.required', cookie: null });
    expect((await refresh(browser)).status).toBe(200);
  });
});

describe('a page from before there were cookies', () => {
  it('moves its stored token into the cookie by refreshing once', async () => {
    const { client, session } = await signInByCode(system(), nextPerson());
    const browser = openCookieBrowser(system().origin);
    system().clock.advance(QUARTER);
    const moved = await browser.call(endpoints.auth.refreshSession, { body: { refreshToken: session.refreshToken } });
    expect(moved.body).not.toHaveProperty('refreshToken');
    expect(moved.cookie).toMatchObject({ name: 'applicant-refresh', attributes: expect.arrayContaining(['httponly']) });
    system().clock.advance(QUARTER);
    const next = await browser.call(endpoints.auth.refreshSession, { body: {} });
    client.accessToken = tokenOf(next);
    expect((await client.call(endpoints.account.readAccount, {})).id).toBe(session.account.id);
    await expectError(
      () => client.call(endpoints.auth.refreshSession, { body: { refreshToken: session.refreshToken } }),
      'auth.session_expired',
    );
  });
});

describe('applicants', () => {
  it('have a cookie of their own beside that of staff', async () => {
    const person = nextPerson();
    const browser = openCookieBrowser(system().origin);
    const body = {
      phone: person.phone,
      code: await receiveSignInCode(system(), person),
      acceptedTermsVersion: TERMS_VERSION,
    };
    const signedIn = await browser.call(endpoints.auth.signInWithSmsCode, { body });
    expect(signedIn.body).not.toHaveProperty('refreshToken');
    expect(signedIn.cookie!.attributes).toContain(`path=${API_BASE_PATH}/auth/sessions`);
    const renewed = await browser.call(endpoints.auth.refreshSession, { body: {} });
    expect(await browser.call(refreshStaffSession, { body: {} })).toMatchObject({ code: 'auth.session_expired' });
    const left = await browser.call(endpoints.auth.signOut, {
      query: { forgetDevice: 'true' },
      headers: { ...ASKED_FOR, ...bearer(tokenOf(renewed)) },
    });
    expect(left).toMatchObject({ status: 204, cookie: { name: 'applicant-refresh', value: '' } });
  });
});

describe('a caller without cookies', () => {
  it('gets and gives the refresh token in the body, and no cookie is set', async () => {
    const { credentials } = await staffInBrowser();
    const plain = openCookieBrowser(system().origin);
    const signedIn = await plain.call(signInStaff, { body: credentials, headers: {} });
    const { refreshToken } = signedIn.body;
    const renewed = await plain.call(refreshStaffSession, { body: { refreshToken }, headers: {} });
    expect(renewed.body).toHaveProperty('refreshToken', expect.stringMatching(/^[0-9a-f]{24}\.[\w-]{65}$/));
    const left = await plain.call(signOutStaff, { headers: bearer(tokenOf(renewed)) });
    expect([signedIn, renewed, left].map(({ status, cookie }) => [status, cookie])).toEqual([
      [200, null],
      [200, null],
      [204, null],
    ]);
  });

  it('that is staff and older than the endpoint for staff refreshes where applicants do', async () => {
    const { credentials } = await staffInBrowser();
    const { refreshToken } = await newClient(system()).call(signInStaff, { body: credentials });
    const renewed = await newClient(system()).call(endpoints.auth.refreshSession, { body: { refreshToken } });
    expect((await readSelf(renewed.accessToken)).username).toBe(credentials.username);
  });
});
