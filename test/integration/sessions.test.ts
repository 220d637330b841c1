import { randomBytes } from 'node:crypto';
import { endpoints, TERMS_VERSION } from '@acceptance/shared';
import jwt from 'jsonwebtoken';
import { loadConfig } from '../../bff/src/config/load-config';
import { createContainer } from '../../bff/src/container';
import type { StoryPerson } from '../../scripts/story/people';
import { expectError } from '../support/expect-error';
import {
  meetWithPassword,
  newDeviceId,
  receiveSignInCode,
  signInByCode,
  signInByPassword,
} from '../support/password-people';
import { bearer, jsonBody, rawRequest } from '../support/raw-request';
import { meet, newClient, nextPerson } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.49';

type Client = ReturnType<typeof newClient>;
const list = async (client: Client) => (await client.call(endpoints.auth.listSessions, {})).items;
const end = (client: Client, sessionId: string) => client.call(endpoints.auth.endSession, { params: { sessionId } });
const readAccount = (client: Client) => client.call(endpoints.account.readAccount, {});
const refresh = (refreshToken: string) =>
  newClient(system()).call(endpoints.auth.refreshSession, { body: { refreshToken } });

/** Signs in with a browser of that name. */
async function signInAs(userAgent: string, person: StoryPerson): Promise<void> {
  const code = await receiveSignInCode(system(), person);
  const body = { phone: person.phone, code, acceptedTermsVersion: TERMS_VERSION };
  const request = jsonBody(body, { 'user-agent': userAgent });
  expect(await rawRequest(system(), 'POST', '/auth/sessions/sms', request)).toMatchObject({ status: 200 });
}

describe('the list of one’s devices', () => {
  it('names each, the last used first, and marks the one that asks', async () => {
    const { applicant, person } = await meet(system(), 'sign-in');
    await signInAs(IPHONE, person);
    const items = await list(applicant);
    expect(items).toMatchObject([
      { device: 'iPhone · 微信', current: false },
      { device: '未知设备', current: true },
    ]);
    expect(items[0]!.signedInAt).toBe(system().clock.now().toISOString());
    expect(items[0]!.lastUsedAt > items[1]!.lastUsedAt).toBe(true);
  });

  it('tells about where a device was used last, and stores no address', async () => {
    const { person } = await meet(system(), 'sign-in');
    const placeOf = jest.spyOn(system().container().addressPlaces, 'placeOf').mockReturnValue('广东 深圳');
    const { client, session } = await signInByCode(system(), person);
    const places = async () => (await client.call(endpoints.auth.listSessions, {})).items.map(({ place }) => place);
    expect(await places()).toEqual(['广东 深圳', null]);
    placeOf.mockReturnValue('北京');
    const { refreshToken } = session;
    const renewed = await client.call(endpoints.auth.refreshSession, { body: { refreshToken } });
    client.accessToken = renewed.accessToken;
    expect(await places()).toEqual(['北京', null]);
    placeOf.mockRestore();
    expect(JSON.stringify(await system().container().sessions.find().lean())).not.toContain('127.0.0.1');
  });

  it('tells when a device was used last', async () => {
    const { client, session } = await signInByCode(system(), nextPerson());
    system().clock.advance(10 * 60_000);
    client.accessToken = (await refresh(session.refreshToken)).accessToken;
    const [only] = await list(client);
    expect(Date.parse(only!.lastUsedAt) - Date.parse(only!.signedInAt)).toBe(10 * 60_000);
  });

  it('holds nobody else’s, none that ended, no staff and no tokens', async () => {
    const { person, applicant } = await meet(system(), 'sign-in');
    const second = await signInByCode(system(), person);
    await second.client.call(endpoints.auth.signOut, {});
    await meet(system(), 'sign-in');
    const items = await list(applicant);
    expect(items).toHaveLength(1);
    expect(Object.keys(items[0]!).sort()).toEqual(['current', 'device', 'id', 'lastUsedAt', 'place', 'signedInAt']);
  });

  it('holds none that expired', async () => {
    const { person } = await meet(system(), 'sign-in');
    system().clock.advance(30 * 86_400_000);
    const { client } = await signInByCode(system(), person);
    expect(await list(client)).toHaveLength(1);
  });
});

describe('ending one device', () => {
  it('signs it out at once, and leaves the others', async () => {
    const person = nextPerson();
    const lost = await signInByCode(system(), person);
    const kept = await signInByCode(system(), person);
    const other = (await list(kept.client)).find(({ current }) => !current)!;
    await end(kept.client, other.id);
    await expectError(() => readAccount(lost.client), 'auth.session_expired');
    await expectError(() => refresh(lost.session.refreshToken), 'auth.session_expired');
    expect(await list(kept.client)).toMatchObject([{ current: true }]);
  });

  it('again changes nothing', async () => {
    const person = nextPerson();
    await signInByCode(system(), person);
    const kept = await signInByCode(system(), person);
    const other = (await list(kept.client)).find(({ current }) => !current)!;
    await end(kept.client, other.id);
    const stored = () => system().container().sessions.find({ subjectId: kept.session.account.id }).lean();
    const before = await stored();
    await end(kept.client, other.id);
    expect(await stored()).toEqual(before);
  });

  it('of somebody else, of staff or of nobody finds none', async () => {
    const mine = await signInByCode(system(), nextPerson());
    const theirs = await signInByCode(system(), nextPerson());
    const { staff } = await meet(system(), 'staff-sign-in');
    const [theirSession] = await list(theirs.client);
    const staffSession = (jwt.decode(staff.accessToken!) as { sid: string }).sid;
    const stored = () => system().container().sessions.find().lean();
    for (const id of [theirSession!.id, staffSession, '0123456789abcdef01234567']) {
      await expectError(() => end(mine.client, id), 'auth.session_not_found', stored);
    }
    expect((await readAccount(theirs.client)).id).toBe(theirs.session.account.id);
  });

  it('with something that is no id is refused', async () => {
    const { client } = await signInByCode(system(), nextPerson());
    const answer = await rawRequest(system(), 'DELETE', '/auth/own-sessions/all', {
      headers: bearer(client.accessToken),
    });
    expect(answer).toMatchObject({ status: 422, code: 'request.invalid' });
  });

  it('takes the trust in that device too: its password alone opens nothing', async () => {
    const { person, applicant } = await meetWithPassword(system());
    const deviceId = newDeviceId();
    await signInByCode(system(), person, deviceId);
    const lost = (await list(applicant)).find(({ current }) => !current)!;
    await end(applicant, lost.id);
    await expectError(() => signInByPassword(system(), person, { deviceId }), 'auth.device_code_required');
  });
});

describe('signing out', () => {
  /** Somebody with a password, signed in on a device that is trusted. */
  async function signInTrusted() {
    const { person } = await meetWithPassword(system());
    const deviceId = newDeviceId();
    return { person, deviceId, ...(await signInByCode(system(), person, deviceId)) };
  }

  it.each([[{}], [{ query: { forgetDevice: 'false' as const } }]])(
    'keeps the trust in the device (%j)',
    async (input) => {
      const { person, deviceId, client } = await signInTrusted();
      await client.call(endpoints.auth.signOut, input);
      await expectError(() => readAccount(client), 'auth.session_expired');
      expect((await signInByPassword(system(), person, { deviceId })).accessToken).toMatch(/\./);
    },
  );

  it('forgets the device when asked: its password alone opens nothing any more', async () => {
    const { person, deviceId, client, session } = await signInTrusted();
    await client.call(endpoints.auth.signOut, { query: { forgetDevice: 'true' } });
    await expectError(() => refresh(session.refreshToken), 'auth.session_expired');
    await expectError(() => signInByPassword(system(), person, { deviceId }), 'auth.device_code_required');
  });

  it('forgets no other device, and none of somebody else with the same phone in hand', async () => {
    const mine = await signInTrusted();
    const otherDevice = newDeviceId();
    await signInByCode(system(), mine.person, otherDevice);
    const theirs = await meetWithPassword(system());
    await signInByCode(system(), theirs.person, mine.deviceId);
    await mine.client.call(endpoints.auth.signOut, { query: { forgetDevice: 'true' } });
    expect((await signInByPassword(system(), mine.person, { deviceId: otherDevice })).accessToken).toMatch(/\./);
    const { deviceId } = mine;
    expect((await signInByPassword(system(), theirs.person, { deviceId })).accessToken).toMatch(/\./);
  });

  it('forgets nothing for another word than true or false', async () => {
    const { client } = await signInTrusted();
    const headers = bearer(client.accessToken);
    const answer = await rawRequest(system(), 'DELETE', '/auth/sessions/current?forgetDevice=yes', { headers });
    expect(answer).toMatchObject({ status: 422, code: 'request.invalid' });
    expect((await readAccount(client)).id).toMatch(/^[0-9a-f]{24}$/);
  });
});

describe('ending all other devices', () => {
  it('leaves the one that asks, and strangers', async () => {
    const person = nextPerson();
    const stranger = await signInByCode(system(), nextPerson());
    const first = await signInByCode(system(), person);
    const second = await signInByCode(system(), person);
    const kept = await signInByCode(system(), person);
    await kept.client.call(endpoints.auth.endOtherSessions, {});
    await kept.client.call(endpoints.auth.endOtherSessions, {});
    expect(await list(kept.client)).toMatchObject([{ current: true }]);
    await expectError(() => readAccount(first.client), 'auth.session_expired');
    await expectError(() => refresh(second.session.refreshToken), 'auth.session_expired');
    expect((await readAccount(stranger.client)).id).toBe(stranger.session.account.id);
  });

  it('takes the trust in them, not in the device that asks', async () => {
    const { person } = await meetWithPassword(system());
    const [mine, theirs] = [newDeviceId(), newDeviceId()];
    await signInByCode(system(), person, mine);
    await signInByCode(system(), person, theirs);
    const { client } = await signInByCode(system(), person, mine);
    await client.call(endpoints.auth.endOtherSessions, {});
    await expectError(() => signInByPassword(system(), person, { deviceId: theirs }), 'auth.device_code_required');
    expect((await signInByPassword(system(), person, { deviceId: mine })).accessToken).toMatch(/\./);
  });
});

describe('a new key for access tokens', () => {
  /** Who a token is of, for a process that was started with changed settings on the same data. */
  async function readWith(change: Record<string, string>, token: string) {
    const { config: _config, logger, now, randomBytes: random, randomInt } = system().container();
    const config = loadConfig({ ...system().environment, ...change });
    const container = await createContainer(config, logger, { now, randomBytes: random, randomInt });
    try {
      return await container.readAccessToken(token, now());
    } finally {
      await container.close();
    }
  }
  const fresh = () => ({ ACCESS_TOKEN_KEY: randomBytes(32).toString('base64'), ACCESS_TOKEN_KEY_ID: 'fresh-2' });
  const previous = () => ({
    ACCESS_TOKEN_PREVIOUS_KEY: system().environment.ACCESS_TOKEN_KEY!,
    ACCESS_TOKEN_PREVIOUS_KEY_ID: system().environment.ACCESS_TOKEN_KEY_ID!,
  });

  it('leaves tokens of the key before it good while that one is named', async () => {
    const { session } = await signInByCode(system(), nextPerson());
    const { actor } = await readWith({ ...fresh(), ...previous() }, session.accessToken);
    expect(actor).toMatchObject({ kind: 'applicant', id: session.account.id });
  });

  it('ends them when it is not named', async () => {
    const { session } = await signInByCode(system(), nextPerson());
    await expectError(() => readWith(fresh(), session.accessToken), 'auth.session_expired');
  });

  it('is not mistaken for the other one: a token under the wrong id is refused', async () => {
    const { session } = await signInByCode(system(), nextPerson());
    const { iat, exp, sub, sid, kind } = jwt.decode(session.accessToken) as Record<string, unknown>;
    const key = Buffer.from(system().environment.ACCESS_TOKEN_KEY!, 'base64');
    const options = { issuer: 'certificate-acceptance', keyid: 'fresh-2' };
    const token = jwt.sign({ iat, exp, sub, sid, kind }, key, options);
    await expectError(() => readWith({ ...fresh(), ...previous() }, token), 'auth.session_expired');
  });
});
