import crypto from 'node:crypto';
import { endpoints } from '@acceptance/shared';
import { countAttempt } from '../../bff/src/modules/auth';
import { verifyPassword } from '../../bff/src/modules/auth/password-hash';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import {
  meetWithPassword,
  newDeviceId,
  OTHER_PASSWORD,
  PASSWORD,
  passwordMessages,
  receiveSignInCode,
  signInByCode,
  signInByPassword,
} from '../support/password-people';
import { storedAccount } from '../support/stored-state';
import { meet, newClient, nextPerson } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const SECOND = 1000;
beforeEach(() => system().container().passwordAttempts.deleteMany({}));

const setPassword = (context: Awaited<ReturnType<typeof meet>>, newPassword: string) =>
  context.applicant.call(endpoints.auth.setPassword, { body: { newPassword } });
const changePassword = (
  context: Awaited<ReturnType<typeof meet>>,
  currentPassword: string,
  newPassword = OTHER_PASSWORD,
) => context.applicant.call(endpoints.auth.changePassword, { body: { currentPassword, newPassword } });
const readAccount = (client: ReturnType<typeof newClient>) => client.call(endpoints.account.readAccount, {});
const wrong = { password: 'not the right one' };

describe('a first password', () => {
  it('is set after a sign-in by code, and the owner is told', async () => {
    const context = await meetWithPassword(system());
    expect(await context.applicant.call(endpoints.account.readProfile, {})).toMatchObject({ hasPassword: true });
    expect(passwordMessages(system(), context.person)).toBe(1);
  });

  it('is set once: by one of five calls at the same time, and not again', async () => {
    const context = await meet(system(), 'sign-in');
    const calls = Array.from({ length: 5 }, (_, index) => outcomeOf(setPassword(context, `${PASSWORD} ${index}`)));
    expect(countOutcomes(await Promise.all(calls))).toEqual({ ok: 1, 'auth.password_exists': 4 });
    const stored = () => storedAccount(system(), context);
    await expectError(() => setPassword(context, OTHER_PASSWORD), 'auth.password_exists', stored);
    expect(passwordMessages(system(), context.person)).toBe(1);
  });

  it.each(['', 'short1', 'gedanken', '123456', 'ca123456789', '111111111111'])('is not %j', async (newPassword) => {
    const context = await meet(system(), 'sign-in');
    const refusal = await expectError(() => setPassword(context, newPassword), 'request.invalid');
    expect(refusal.fields).toMatchObject([{ path: 'newPassword' }]);
  });

  it('does not hold the own number', async () => {
    const context = await meet(system(), 'sign-in');
    const refusal = await expectError(() => setPassword(context, `Mine ${context.person.phone}`), 'request.invalid');
    expect(refusal.fields).toEqual([{ path: 'newPassword', message: '密码里不能含有自己的手机号，请换一个' }]);
  });

  it('stands even when the owner cannot be told, and that is logged', async () => {
    const context = await meet(system(), 'sign-in');
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    await setPassword(context, PASSWORD);
    expect((await storedAccount(system(), context)).password?.hash).toMatch(/^scrypt\$/);
    expect(system().logText()).toContain('the owner was not told of a new password');
  });

  it('is neither stored nor logged in clear, nor are number and device beside it', async () => {
    const { person } = await meetWithPassword(system());
    const deviceId = newDeviceId();
    await signInByCode(system(), person, deviceId);
    await expectError(() => signInByPassword(system(), person, wrong), 'auth.password_wrong');
    const { connection } = system().container();
    const names = ['accounts', 'sessions', 'password_attempts', 'trusted_devices', 'audit_entries'];
    const stored = await Promise.all(names.map((name) => connection.collection(name).find().toArray()));
    expect(stored.map(({ length }) => length > 0)).toEqual(names.map(() => true));
    for (const secret of [PASSWORD, person.phone, deviceId]) {
      expect(JSON.stringify(stored)).not.toContain(secret);
      expect(system().logText()).not.toContain(secret);
    }
  });
});

describe('signing in by password', () => {
  it('on a new device asks for a code too, and from then on for the password alone', async () => {
    const { person } = await meetWithPassword(system());
    const deviceId = newDeviceId();
    await expectError(() => signInByPassword(system(), person, { deviceId }), 'auth.device_code_required');
    const code = await receiveSignInCode(system(), person);
    const first = await signInByPassword(system(), person, { deviceId, code });
    const client = newClient(system());
    client.accessToken = (await signInByPassword(system(), person, { deviceId })).accessToken;
    expect((await readAccount(client)).id).toBe(first.account.id);
    await expectError(() => signInByPassword(system(), person), 'auth.device_code_required');
  });

  it('works on a device that has signed in by code', async () => {
    const { person } = await meetWithPassword(system());
    const deviceId = newDeviceId();
    await signInByCode(system(), person, deviceId);
    expect((await signInByPassword(system(), person, { deviceId })).refreshToken).toMatch(/^[0-9a-f]{24}\.[\w-]{65}$/);
  });

  it('with a device that is trusted for somebody else asks for a code', async () => {
    const deviceId = newDeviceId();
    const other = await meetWithPassword(system());
    await signInByCode(system(), other.person, deviceId);
    const { person } = await meetWithPassword(system());
    await expectError(() => signInByPassword(system(), person, { deviceId }), 'auth.device_code_required');
  });

  it('on a new device with a wrong code, or one that was used, is refused', async () => {
    const { person } = await meetWithPassword(system());
    const code = await receiveSignInCode(system(), person);
    const other = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    await expectError(() => signInByPassword(system(), person, { code: other }), 'auth.code_wrong');
    await signInByPassword(system(), person, { code });
    await expectError(() => signInByPassword(system(), person, { code }), 'auth.code_expired');
  });

  it('with a wrong password does not use up the code', async () => {
    const { person } = await meetWithPassword(system());
    const code = await receiveSignInCode(system(), person);
    await expectError(() => signInByPassword(system(), person, { ...wrong, code }), 'auth.password_wrong');
    expect((await signInByPassword(system(), person, { code })).accessToken).toMatch(/\./);
  });

  it('that comes while too many are compared is asked to come again, and is no wrong try', async () => {
    const { person } = await meetWithPassword(system());
    const held: (() => void)[] = [];
    const { scrypt } = crypto;
    const spy = jest.spyOn(crypto, 'scrypt').mockImplementation((...call: unknown[]) => {
      held.push(() => (scrypt as (...given: unknown[]) => void)(...call));
    });
    const others = Array.from({ length: 66 }, () => verifyPassword('any', 'scrypt$16$1$1$c2FsdA$aGFzaA'));
    try {
      for (const _try of Array.from({ length: 6 })) {
        const refusal = await expectError(() => signInByPassword(system(), person, wrong), 'server.busy');
        expect(refusal).toMatchObject({ status: 503, details: { seconds: 5 } });
      }
    } finally {
      spy.mockRestore();
      for (const start of held) start();
      await Promise.all(others);
    }
    const failures = await system().container().passwordAttempts.find().lean();
    expect(failures.map((attempt) => attempt.failures)).toEqual([0, 0]);
    await expectError(() => signInByPassword(system(), person), 'auth.device_code_required');
  });

  it('is refused for outdated terms before anything is compared', async () => {
    const { person } = await meetWithPassword(system());
    await expectError(
      () => signInByPassword(system(), person, { acceptedTermsVersion: '2020-01' }),
      'auth.terms_outdated',
      () => system().container().passwordAttempts.countDocuments(),
    );
  });

  it('answers a wrong password, an unknown number and an account without a password alike, after the same work', async () => {
    const people = [(await meetWithPassword(system())).person, nextPerson(), (await meet(system(), 'sign-in')).person];
    const scrypt = jest.spyOn(crypto, 'scrypt');
    try {
      for (const person of people) {
        scrypt.mockClear();
        const refusal = await expectError(() => signInByPassword(system(), person, wrong), 'auth.password_wrong');
        expect(refusal.details).toBeUndefined();
        expect(scrypt).toHaveBeenCalledTimes(1);
      }
    } finally {
      scrypt.mockRestore();
    }
  });

  it.each([
    ['a known', () => meetWithPassword(system())],
    ['an unknown', async () => ({ person: nextPerson() })],
  ])('compares five of twenty guesses at %s number that come at the same time', async (_title, meetOne) => {
    const { person } = await meetOne();
    const guesses = Array.from({ length: 20 }, () => outcomeOf(signInByPassword(system(), person, wrong)));
    expect(countOutcomes(await Promise.all(guesses))).toEqual({
      'auth.password_wrong': 5,
      'auth.password_delayed': 15,
    });
  });

  it('slows guesses down more and more, up to a quarter of an hour, and never for good', async () => {
    const { person } = await meetWithPassword(system());
    for (let guess = 0; guess < 5; guess += 1) {
      await expectError(() => signInByPassword(system(), person, wrong), 'auth.password_wrong');
    }
    for (const seconds of [30, 60, 120, 240, 480, 900, 900]) {
      const refusal = await expectError(() => signInByPassword(system(), person, wrong), 'auth.password_delayed');
      expect(refusal.details).toEqual({ seconds });
      system().clock.advance(seconds * SECOND);
      await expectError(() => signInByPassword(system(), person, wrong), 'auth.password_wrong');
    }
    await expectError(() => signInByPassword(system(), person), 'auth.password_delayed');
    system().clock.advance(900 * SECOND);
    await expectError(() => signInByPassword(system(), person), 'auth.device_code_required');
  });

  it('on a trusted device is not slowed down by strangers who guess', async () => {
    const { person } = await meetWithPassword(system());
    const deviceId = newDeviceId();
    await signInByCode(system(), person, deviceId);
    for (let guess = 0; guess < 6; guess += 1) {
      await outcomeOf(signInByPassword(system(), person, wrong));
    }
    await expectError(() => signInByPassword(system(), person), 'auth.password_delayed');
    expect((await signInByPassword(system(), person, { deviceId })).accessToken).toMatch(/\./);
  });

  it('is possible again after a sign-in by code, however many guesses there were', async () => {
    const { person } = await meetWithPassword(system());
    for (let guess = 0; guess < 6; guess += 1) {
      await outcomeOf(signInByPassword(system(), person, wrong));
    }
    await signInByCode(system(), person);
    await expectError(() => signInByPassword(system(), person, wrong), 'auth.password_wrong');
  });

  it('of one password over many accounts is slowed down for the address', async () => {
    const now = system().clock.now();
    for (let guess = 0; guess < 28; guess += 1) {
      const subject = `applicant:sprayed-${guess}`;
      await countAttempt(system().container(), { subject, trustedDeviceId: null, address: '127.0.0.1', now });
    }
    const sprayed = Array.from({ length: 6 }, () => outcomeOf(signInByPassword(system(), nextPerson(), wrong)));
    expect(countOutcomes(await Promise.all(sprayed))).toEqual({ 'auth.password_wrong': 2, 'auth.password_delayed': 4 });
    // Those that were not let through have not been counted against their numbers.
    expect(await system().container().passwordAttempts.countDocuments({ failures: 0 })).toBe(4);
  });

  it('counts nothing against an address when the passwords are right', async () => {
    const { person } = await meetWithPassword(system());
    const deviceId = newDeviceId();
    await signInByCode(system(), person, deviceId);
    await Promise.all(Array.from({ length: 3 }, () => signInByPassword(system(), person, { deviceId })));
    await expectError(() => signInByPassword(system(), person), 'auth.device_code_required');
    expect(
      await system()
        .container()
        .passwordAttempts.countDocuments({ failures: { $gt: 0 } }),
    ).toBe(0);
  });

  it('opens nothing when the password is replaced while it is compared', async () => {
    const context = await meetWithPassword(system());
    const deviceId = newDeviceId();
    await signInByCode(system(), context.person, deviceId);
    const { accounts, trustedDevices, sessions } = system().container();
    const { _id } = await storedAccount(system(), context);
    const updateOne = trustedDevices.updateOne.bind(trustedDevices);
    // The last step before the session is written: here the owner's reset overtakes the sign-in.
    const overtaken = jest
      .spyOn(trustedDevices, 'updateOne')
      .mockImplementationOnce(((...call: unknown[]) =>
        accounts
          .updateOne({ _id }, { $set: { 'password.hash': 'scrypt$another' } })
          .then(() => (updateOne as (...given: unknown[]) => unknown)(...call))) as never);
    const live = () => sessions.countDocuments({ subjectId: _id.toHexString(), endedAt: null });
    await expectError(() => signInByPassword(system(), context.person, { deviceId }), 'auth.password_wrong', live);
    expect(overtaken).toHaveBeenCalledTimes(1);
    overtaken.mockRestore();
  });
});

describe('changing a password', () => {
  it('makes the new one good and the old one not, ends the other sessions and tells the owner', async () => {
    const context = await meetWithPassword(system());
    const { person } = context;
    const deviceId = newDeviceId();
    const other = await signInByCode(system(), person, deviceId);
    await changePassword(context, PASSWORD);
    expect((await readAccount(context.applicant)).id).toBe(other.session.account.id);
    await expectError(() => readAccount(other.client), 'auth.session_expired');
    const refresh = { body: { refreshToken: other.session.refreshToken } };
    await expectError(() => newClient(system()).call(endpoints.auth.refreshSession, refresh), 'auth.session_expired');
    await expectError(() => signInByPassword(system(), person, { deviceId }), 'auth.password_wrong');
    // The device was trusted by the session that ended.
    const change = { deviceId, password: OTHER_PASSWORD };
    await expectError(() => signInByPassword(system(), person, change), 'auth.device_code_required');
    expect(passwordMessages(system(), person)).toBe(2);
  });

  it('keeps the trust in the device that asks', async () => {
    const { person } = await meetWithPassword(system());
    const deviceId = newDeviceId();
    const { client } = await signInByCode(system(), person, deviceId);
    const body = { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD };
    await client.call(endpoints.auth.changePassword, { body });
    const session = await signInByPassword(system(), person, { deviceId, password: OTHER_PASSWORD });
    expect(session.accessToken).toMatch(/\./);
  });

  it('with a wrong one changes nothing', async () => {
    const context = await meetWithPassword(system());
    const stored = () => storedAccount(system(), context);
    await expectError(() => changePassword(context, 'not the right one'), 'auth.password_wrong', stored);
    expect(passwordMessages(system(), context.person)).toBe(1);
  });

  it('of an account without one is refused', async () => {
    const context = await meet(system(), 'sign-in');
    await expectError(() => changePassword(context, PASSWORD), 'auth.password_wrong');
  });

  it('to the same one is refused', async () => {
    const context = await meetWithPassword(system());
    const refusal = await expectError(() => changePassword(context, PASSWORD, PASSWORD), 'request.invalid');
    expect(refusal.fields).toMatchObject([{ path: 'newPassword' }]);
  });

  it('to one with the own number is refused', async () => {
    const context = await meetWithPassword(system());
    await expectError(() => changePassword(context, PASSWORD, `x ${context.person.phone}`), 'request.invalid');
  });

  it('five times at once changes it once', async () => {
    const context = await meetWithPassword(system());
    const calls = Array.from({ length: 5 }, (_, index) =>
      outcomeOf(changePassword(context, PASSWORD, `${OTHER_PASSWORD} ${index}`)),
    );
    expect(countOutcomes(await Promise.all(calls))).toEqual({ ok: 1, 'auth.password_wrong': 4 });
    expect(passwordMessages(system(), context.person)).toBe(2);
  });

  it('compares five of twenty guesses that come at the same time', async () => {
    const context = await meetWithPassword(system());
    const guesses = Array.from({ length: 20 }, () => outcomeOf(changePassword(context, 'not the right one')));
    expect(countOutcomes(await Promise.all(guesses))).toEqual({
      'auth.password_wrong': 5,
      'auth.password_delayed': 15,
    });
  });
});

describe('a profile', () => {
  it('of somebody without an application and a password has neither', async () => {
    const context = await meet(system(), 'sign-in');
    const phoneMasked = `${context.person.phone.slice(0, 3)}****${context.person.phone.slice(-4)}`;
    const profile = { unit: null, signInAccount: phoneMasked, phoneMasked, hasPassword: false, email: null };
    expect(await context.applicant.call(endpoints.account.readProfile, {})).toEqual(profile);
    const numbers = { phone: context.person.phone, unifiedSocialCreditCode: null };
    expect(await context.applicant.call(endpoints.account.showNumbers, {})).toEqual(numbers);
  });

  it('shows the unit of the newest application, with its code masked until it is shown on purpose', async () => {
    const context = await meet(system(), 'sign-in', 'start', 'particulars');
    const { unitName, unifiedSocialCreditCode, phone } = context.person;
    const profile = await context.applicant.call(endpoints.account.readProfile, {});
    expect(profile.unit?.name).toBe(unitName);
    expect(profile.unit?.unifiedSocialCreditCodeMasked).toMatch(/^\w{4}\*{10}\w{4}$/);
    expect(JSON.stringify(profile)).not.toContain(unifiedSocialCreditCode);
    expect(await context.applicant.call(endpoints.account.showNumbers, {})).toEqual({ phone, unifiedSocialCreditCode });
  });

  it('shows its numbers ten times an hour', async () => {
    const context = await meet(system(), 'sign-in');
    const shown = Array.from({ length: 12 }, () =>
      outcomeOf(context.applicant.call(endpoints.account.showNumbers, {})),
    );
    expect(countOutcomes(await Promise.all(shown))).toEqual({ ok: 10, 'request.too_frequent': 2 });
  });
});
