import { endpoints, TERMS_VERSION } from '@acceptance/shared';
import jwt from 'jsonwebtoken';
import { expectError } from '../support/expect-error';
import { meet, newClient, newestSms, nextPerson } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const MINUTE = 60_000;

async function signIn() {
  const person = nextPerson();
  const client = newClient(system());
  await client.call(endpoints.auth.requestSmsCode, { body: { phone: person.phone } });
  const session = await client.call(endpoints.auth.signInWithSmsCode, {
    body: { phone: person.phone, code: newestSms(system(), person)!.code!, acceptedTermsVersion: TERMS_VERSION },
  });
  client.accessToken = session.accessToken;
  return { client, session };
}

/** Calls as whoever the token says. */
function readAccountWith(accessToken: string) {
  const client = newClient(system());
  client.accessToken = accessToken;
  return client.call(endpoints.account.readAccount, {});
}

const refresh = (refreshToken: string) =>
  newClient(system()).call(endpoints.auth.refreshSession, { body: { refreshToken } });

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('an access token', () => {
  it('is good for calls of the person who signed in', async () => {
    const { session } = await signIn();
    expect((await readAccountWith(session.accessToken)).id).toBe(session.account.id);
  });

  it('is refused with algorithm none, with and without the old signature', async () => {
    const { session } = await signIn();
    const [, payload, signature] = session.accessToken.split('.');
    const header = encode({ alg: 'none', typ: 'JWT', kid: system().environment.ACCESS_TOKEN_KEY_ID });
    // Without a signature it is not even of the form of a token.
    await expectError(() => readAccountWith(`${header}.${payload}.`), 'auth.required');
    await expectError(() => readAccountWith(`${header}.${payload}.${signature}`), 'auth.session_expired');
  });

  it('is refused when its payload was changed to another person', async () => {
    const { session } = await signIn();
    const other = await signIn();
    const [header, payload, signature] = session.accessToken.split('.');
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as object;
    const forged = `${header}.${encode({ ...claims, sub: other.session.account.id })}.${signature}`;
    await expectError(() => readAccountWith(forged), 'auth.session_expired');
  });

  it.each<[string, jwt.SignOptions, boolean]>([
    ['a foreign key id', { keyid: 'foreign-1' }, true],
    ['no key id', {}, true],
    ['another HMAC', { keyid: 'ours', algorithm: 'HS512' }, true],
    ['another key', { keyid: 'ours' }, false],
    ['another issuer', { keyid: 'ours', issuer: 'somebody-else' }, true],
  ])('is refused with %s', async (_title, options, signedWithOurKey) => {
    const { session } = await signIn();
    const { exp, iat, sub, sid, kind } = jwt.decode(session.accessToken) as Record<string, unknown>;
    const { ACCESS_TOKEN_KEY, ACCESS_TOKEN_KEY_ID } = system().environment;
    const key = signedWithOurKey ? Buffer.from(ACCESS_TOKEN_KEY!, 'base64') : Buffer.alloc(32, 7);
    const keyid = options.keyid === 'ours' ? ACCESS_TOKEN_KEY_ID : options.keyid;
    const token = jwt.sign({ exp, iat, sub, sid, kind }, key, {
      issuer: 'certificate-acceptance',
      ...options,
      ...(keyid && { keyid }),
    });
    await expectError(() => readAccountWith(token), 'auth.session_expired');
  });

  it('made by hand with our key, our key id and our issuer would be good: the refusals above have the reason they name', async () => {
    const { session } = await signIn();
    const { exp, iat, sub, sid, kind } = jwt.decode(session.accessToken) as Record<string, unknown>;
    const { ACCESS_TOKEN_KEY, ACCESS_TOKEN_KEY_ID } = system().environment;
    const token = jwt.sign({ exp, iat, sub, sid, kind }, Buffer.from(ACCESS_TOKEN_KEY!, 'base64'), {
      issuer: 'certificate-acceptance',
      keyid: ACCESS_TOKEN_KEY_ID,
    });
    expect((await readAccountWith(token)).id).toBe(session.account.id);
  });

  it('ends after fifteen minutes', async () => {
    const { session } = await signIn();
    system().clock.advance(15 * MINUTE - 1000);
    expect((await readAccountWith(session.accessToken)).id).toBe(session.account.id);
    system().clock.advance(1000);
    await expectError(() => readAccountWith(session.accessToken), 'auth.session_expired');
  });

  it('ends at once with signing out, and its refresh token with it', async () => {
    const { client, session } = await signIn();
    await client.call(endpoints.auth.signOut, {});
    await expectError(() => readAccountWith(session.accessToken), 'auth.session_expired');
    await expectError(() => refresh(session.refreshToken), 'auth.session_expired');
  });

  it('of one device outlives signing out on another', async () => {
    const first = await meet(system(), 'sign-in');
    system().clock.advance(2 * MINUTE);
    const { phone } = first.person;
    const secondClient = newClient(system());
    await secondClient.call(endpoints.auth.requestSmsCode, { body: { phone } });
    const second = await secondClient.call(endpoints.auth.signInWithSmsCode, {
      body: { phone, code: newestSms(system(), first.person)!.code!, acceptedTermsVersion: TERMS_VERSION },
    });
    await first.applicant.call(endpoints.auth.signOut, {});
    expect((await readAccountWith(second.accessToken)).id).toBe(second.account.id);
  });

  it('of a member of staff ends when the account is disabled', async () => {
    const context = await meet(system(), 'staff-sign-in');
    const { staffMembers } = system().container();
    await staffMembers.updateOne({ username: 'reviewer' }, { $set: { disabledAt: system().clock.now() } });
    try {
      await expectError(() => context.staff.call(endpoints.staff.readStaff, {}), 'auth.session_expired');
    } finally {
      await staffMembers.updateOne({ username: 'reviewer' }, { $set: { disabledAt: null } });
    }
  });
});

describe('a refresh token', () => {
  it('gives new tokens, and the session goes on', async () => {
    const { session } = await signIn();
    system().clock.advance(16 * MINUTE);
    const next = await refresh(session.refreshToken);
    expect(next.refreshToken).not.toBe(session.refreshToken);
    expect((await readAccountWith(next.accessToken)).id).toBe(session.account.id);
  });

  it('ends after thirty days', async () => {
    const { session } = await signIn();
    system().clock.advance(30 * 24 * 60 * MINUTE);
    await expectError(() => refresh(session.refreshToken), 'auth.session_expired');
  });

  it.each(['x'.repeat(43), `0123456789abcdef01234567.${'x'.repeat(65)}`])(
    'that nobody was given is refused: %s',
    async (token) => {
      await expectError(() => refresh(token), 'auth.session_expired');
    },
  );

  it('is not stored in clear', async () => {
    const { session } = await signIn();
    const sessions = await system().container().sessions.find().lean();
    expect(JSON.stringify(sessions)).not.toContain(session.refreshToken);
  });
});

describe('staff sign-in', () => {
  it.each([
    ['an unknown name', 'nobody', 'right'],
    ['a wrong password', 'reviewer', 'wrong password'],
  ])('answers %s alike', async (_title, username, password) => {
    const refusal = await expectError(
      () => newClient(system()).call(endpoints.staff.signInStaff, { body: { username, password } }),
      'auth.password_wrong',
    );
    expect(refusal.details).toBeUndefined();
  });
});
