import { endpoints, type StaffRole } from '@acceptance/shared';
import { addStaff } from '../../bff/src/modules/staff';
import { secretBytes, shownBy as shownAt } from '../support/authenticator';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { newDeviceId } from '../support/password-people';
import { newClient } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const SECOND = 1000;
const PASSWORD = 'password of the second factor tests';
beforeEach(() => system().container().passwordAttempts.deleteMany({}));

let members = 0;
const signIn = (username: string, change: { password?: string; secondFactor?: string; deviceId?: string } = {}) =>
  newClient(system()).call(endpoints.staff.signInStaff, { body: { username, password: PASSWORD, ...change } });

/** A new member of staff, signed in. */
async function newMember(roles: StaffRole[] = ['finance']) {
  members += 1;
  const username = `member-${members}`;
  const { staffMembers } = system().container();
  const now = system().clock.now();
  await addStaff(staffMembers, { username, displayName: username, password: PASSWORD, roles, now });
  const client = newClient(system());
  client.accessToken = (await signIn(username)).accessToken;
  return { username, client };
}
type Member = Awaited<ReturnType<typeof newMember>>;

const begin = ({ client }: Member, password = PASSWORD) =>
  client.call(endpoints.staff.beginSecondFactor, { body: { password } });
const confirm = ({ client }: Member, code: string) =>
  client.call(endpoints.staff.confirmSecondFactor, { body: { code } });
const remove = ({ client }: Member, secondFactor: string, password = PASSWORD) =>
  client.call(endpoints.staff.removeSecondFactor, { body: { password, secondFactor } });
const read = ({ client }: Member) => client.call(endpoints.staff.readSecondFactor, {});
const stored = ({ username }: Member) => system().container().staffMembers.findOne({ username }).lean();

const shownBy = (secret: string): string => shownAt(system(), secret);

/** A member whose authenticator is enrolled; the clock stands in a step whose code has not been used. */
async function enrolled() {
  const member = await newMember();
  const { secret } = await begin(member);
  const { recoveryCodes } = await confirm(member, shownBy(secret));
  system().clock.advance(30 * SECOND);
  return { ...member, secret, recoveryCodes };
}

describe('enrolling an authenticator', () => {
  it('gives a secret and an address for it, and after its first code ten recovery codes', async () => {
    const member = await newMember();
    expect(await read(member)).toEqual({ enrolled: false, recoveryCodesLeft: 0, certificates: [] });
    const { secret, otpauthUrl } = await begin(member);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new URL(otpauthUrl).searchParams.get('secret')).toBe(secret);
    expect(otpauthUrl).toContain(member.username);
    const { recoveryCodes } = await confirm(member, shownBy(secret));
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes[0]).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect(await read(member)).toEqual({ enrolled: true, recoveryCodesLeft: 10, certificates: [] });
  });

  it('stores neither secret nor recovery codes in clear', async () => {
    const member = await enrolled();
    const text = JSON.stringify(await stored(member));
    for (const secret of [member.secret, secretBytes(member.secret).toString('base64'), ...member.recoveryCodes]) {
      expect(text).not.toContain(secret);
    }
  });

  it('asks nothing at sign-in before it is confirmed', async () => {
    const member = await newMember();
    await begin(member);
    expect((await signIn(member.username)).staff.username).toBe(member.username);
  });

  it('is refused without the right password', async () => {
    const member = await newMember();
    await expectError(
      () => begin(member, 'not the password'),
      'auth.password_wrong',
      () => stored(member),
    );
  });

  it('is refused with a wrong code, and the secret stays', async () => {
    const member = await newMember();
    const { secret } = await begin(member);
    await expectError(
      () => confirm(member, 'AAAA-AAAA'),
      'auth.second_factor_wrong',
      () => stored(member),
    );
    await confirm(member, shownBy(secret));
  });

  it('is confirmed with the newest secret only', async () => {
    const member = await newMember();
    const first = await begin(member);
    const second = await begin(member);
    await expectError(() => confirm(member, shownBy(first.secret)), 'auth.second_factor_wrong');
    await confirm(member, shownBy(second.secret));
  });

  it('is refused before it has begun, and when one is enrolled', async () => {
    const member = await newMember();
    await expectError(() => confirm(member, '123456'), 'auth.second_factor_not_begun');
    const other = await enrolled();
    const state = () => stored(other);
    await expectError(() => begin(other), 'auth.second_factor_exists', state);
    await expectError(() => confirm(other, shownBy(other.secret)), 'auth.second_factor_exists', state);
  });

  it('five times at once enrols one', async () => {
    const member = await newMember();
    const code = shownBy((await begin(member)).secret);
    const calls = Array.from({ length: 5 }, () => outcomeOf(confirm(member, code)));
    expect(countOutcomes(await Promise.all(calls))).toEqual({ ok: 1, 'auth.second_factor_exists': 4 });
  });

  it('compares five of fifteen guesses that come at the same time', async () => {
    const member = await newMember();
    await begin(member);
    const guesses = Array.from({ length: 15 }, () => outcomeOf(confirm(member, 'AAAAAA')));
    expect(countOutcomes(await Promise.all(guesses))).toEqual({
      'auth.second_factor_wrong': 5,
      'auth.password_delayed': 10,
    });
  });
});

describe('sign-in of staff with an authenticator', () => {
  it('asks for its code after the right password, and takes it', async () => {
    const { username, secret } = await enrolled();
    await expectError(() => signIn(username), 'auth.second_factor_required');
    const session = await signIn(username, { secondFactor: shownBy(secret) });
    expect(session.staff.username).toBe(username);
  });

  it('does not tell of it after a wrong password', async () => {
    const { username, secret } = await enrolled();
    const change = { password: 'not the password', secondFactor: shownBy(secret) };
    await expectError(() => signIn(username, change), 'auth.password_wrong');
    // A code beside a wrong password is not used up.
    expect((await signIn(username, { secondFactor: shownBy(secret) })).accessToken).toMatch(/\./);
  });

  it('takes a code once: not again in its time, and for one of five at the same time', async () => {
    const { username, secret } = await enrolled();
    const secondFactor = shownBy(secret);
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => outcomeOf(signIn(username, { secondFactor }))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 1, 'auth.second_factor_wrong': 3 });
    await expectError(() => signIn(username, { secondFactor }), 'auth.second_factor_wrong');
    system().clock.advance(30 * SECOND);
    expect((await signIn(username, { secondFactor: shownBy(secret) })).accessToken).toMatch(/\./);
  });

  it('refuses an unused code of before the one that was used: somebody may have seen it', async () => {
    const { username, secret } = await enrolled();
    const seen = shownBy(secret);
    system().clock.advance(30 * SECOND);
    await signIn(username, { secondFactor: shownBy(secret) });
    await expectError(() => signIn(username, { secondFactor: seen }), 'auth.second_factor_wrong');
  });

  it('refuses the code that enrolled it', async () => {
    const member = await newMember();
    const { secret } = await begin(member);
    const code = shownBy(secret);
    await confirm(member, code);
    await expectError(() => signIn(member.username, { secondFactor: code }), 'auth.second_factor_wrong');
  });

  it('takes the code of the step before, for a clock that is slow, and none that is older', async () => {
    const { username, secret } = await enrolled();
    const [old, older] = [shownBy(secret), shownBy(secret)];
    system().clock.advance(30 * SECOND);
    await signIn(username, { secondFactor: old });
    system().clock.advance(60 * SECOND);
    await expectError(() => signIn(username, { secondFactor: older }), 'auth.second_factor_wrong');
  });

  it('takes each recovery code once, however it is typed', async () => {
    const member = await enrolled();
    const [first = '', second = ''] = member.recoveryCodes;
    await signIn(member.username, { secondFactor: first });
    await expectError(() => signIn(member.username, { secondFactor: first }), 'auth.second_factor_wrong');
    const typed = second.replaceAll('-', '').toLowerCase();
    const calls = Array.from({ length: 3 }, () => outcomeOf(signIn(member.username, { secondFactor: typed })));
    expect(countOutcomes(await Promise.all(calls))).toEqual({ ok: 1, 'auth.second_factor_wrong': 2 });
    expect(await read(member)).toEqual({ enrolled: true, recoveryCodesLeft: 8, certificates: [] });
  });

  it('refuses another’s recovery code', async () => {
    const [mine, theirs] = [await enrolled(), await enrolled()];
    const secondFactor = theirs.recoveryCodes[0];
    await expectError(() => signIn(mine.username, { secondFactor }), 'auth.second_factor_wrong');
    expect((await read(theirs)).recoveryCodesLeft).toBe(10);
  });

  it('compares five of fifteen guesses at the code that come at the same time', async () => {
    const { username } = await enrolled();
    const guesses = Array.from({ length: 15 }, () => outcomeOf(signIn(username, { secondFactor: 'AAAAAA' })));
    expect(countOutcomes(await Promise.all(guesses))).toEqual({
      'auth.second_factor_wrong': 5,
      'auth.password_delayed': 10,
    });
  });

  it('on a device that has signed in before is not slowed down by strangers who guess', async () => {
    const { username } = await newMember();
    const deviceId = newDeviceId();
    await signIn(username, { deviceId });
    for (let guess = 0; guess < 5; guess += 1) {
      await expectError(() => signIn(username, { password: 'not the password' }), 'auth.password_wrong');
    }
    await expectError(() => signIn(username), 'auth.password_delayed');
    expect((await signIn(username, { deviceId })).accessToken).toMatch(/\./);
  });
});

describe('removing an authenticator', () => {
  it('needs password and code, and sign-in asks for none afterwards', async () => {
    const member = await enrolled();
    const state = () => stored(member);
    await expectError(() => remove(member, shownBy(member.secret), 'wrong'), 'auth.password_wrong', state);
    await expectError(() => remove(member, 'AAAAAA'), 'auth.second_factor_wrong', state);
    await remove(member, shownBy(member.secret));
    expect(await read(member)).toEqual({ enrolled: false, recoveryCodesLeft: 0, certificates: [] });
    expect((await signIn(member.username)).accessToken).toMatch(/\./);
  });

  it('compares five of fifteen guesses at the code, although the password is right each time', async () => {
    const member = await enrolled();
    const guesses = Array.from({ length: 15 }, () => outcomeOf(remove(member, 'AAAAAA')));
    const counts = countOutcomes(await Promise.all(guesses));
    expect(counts['auth.second_factor_wrong']).toBeLessThanOrEqual(5);
    expect(counts.ok).toBeUndefined();
    await expectError(() => begin(member), 'auth.second_factor_exists');
    await expectError(() => remove(member, shownBy(member.secret)), 'auth.password_delayed');
    expect(await read(member)).toMatchObject({ enrolled: true });
  });

  it('with a recovery code lets another one be enrolled', async () => {
    const member = await enrolled();
    await remove(member, member.recoveryCodes[3]!);
    const { secret } = await begin(member);
    expect(secret).not.toBe(member.secret);
    await confirm(member, shownBy(secret));
    await expectError(
      () => signIn(member.username, { secondFactor: member.recoveryCodes[4] }),
      'auth.second_factor_wrong',
    );
  });

  it('that is not enrolled is refused', async () => {
    const member = await newMember();
    await expectError(() => remove(member, '123456'), 'auth.second_factor_not_begun');
  });
});
