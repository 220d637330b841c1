import { endpoints, type StepUp } from '@acceptance/shared';
import { PortError } from '../../bff/src/ports/port-error';
import {
  answerOf,
  type Holder,
  newKey,
  provingDevice,
  softwareHolder,
  ukeyHolder,
} from '../support/certificate-holders';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import {
  boundMember,
  byCertificate,
  enrolAuthenticator,
  enter,
  entryAnswer,
  forgetBindings,
  sessionAnswer,
  suspend,
} from '../support/factor-certificates';
import { askToInvite, cancel, PROOF, STAFF_PASSWORD, type StaffPerson, staffPerson } from '../support/staff-people';
import { newClient } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const TWO_MINUTES = 120_000;

/** People whose certificates stay valid, each with a key of their own. */
let holder: Holder;
let other: Holder;
beforeAll(async () => {
  holder = await softwareHolder(system());
  other = await softwareHolder(system(), 'sm2');
});
beforeEach(() => forgetBindings(system()));

const stored = ({ username }: StaffPerson) => system().container().staffMembers.findOne({ username }).lean();
const stranger = () => ({ client: newClient(system()) });
const changeCount = () => system().container().staffChanges.countDocuments();
const sessionCount = () => system().container().sessions.countDocuments();
const challengeCount = () => system().container().certificateChallenges.countDocuments();
const invite = (member: StaffPerson, about: StaffPerson, proof: StepUp) =>
  member.client.call(endpoints.staff.inviteMember, { params: { staffId: about.id }, body: proof });

describe('sign-in of staff by certificate', () => {
  it.each([
    ['a software certificate of ECDSA', async () => holder],
    ['a software certificate of SM2', async () => other],
    ['an RSA certificate that was made for a UKey', () => ukeyHolder(system())],
  ])('takes %s after the password', async (_what, holderOf) => {
    const { key } = await holderOf();
    const { username, id } = await boundMember(system(), key);
    const session = await enter(stranger(), username, await entryAnswer(system(), key));
    expect(session.staff.id).toBe(id);
  });

  it('takes a code as well, of who has both', async () => {
    const member = await boundMember(system(), holder.key);
    const authenticator = await enrolAuthenticator(system(), member, await byCertificate(member, holder.key));
    const { username } = member;
    const { secondFactor } = authenticator();
    const body = { username, password: STAFF_PASSWORD, secondFactor };
    expect((await stranger().client.call(endpoints.staff.signInStaff, { body })).staff.username).toBe(username);
    const answer = await entryAnswer(system(), holder.key);
    expect((await enter(stranger(), username, answer)).staff.username).toBe(username);
  });

  it('is refused by a code of who has no authenticator, and tells nothing after a wrong password', async () => {
    const { username } = await boundMember(system(), holder.key);
    const body = { username, password: STAFF_PASSWORD, secondFactor: 'AAAAAA' };
    const guess = () => stranger().client.call(endpoints.staff.signInStaff, { body });
    await expectError(guess, 'auth.second_factor_wrong', sessionCount);
    const answer = await entryAnswer(system(), holder.key);
    const wrong = () => enter(stranger(), username, answer, 'not the password');
    await expectError(wrong, 'auth.password_wrong', challengeCount);
    // An answer beside a wrong password is not used up.
    expect((await enter(stranger(), username, answer)).staff.username).toBe(username);
  });

  it('takes an answer once, and of five at the same time one', async () => {
    const { username } = await boundMember(system(), holder.key);
    const replayed = await entryAnswer(system(), holder.key);
    await enter(stranger(), username, replayed);
    await expectError(() => enter(stranger(), username, replayed), 'auth.challenge_invalid', sessionCount);
    await system().container().passwordAttempts.deleteMany({});
    const answer = await entryAnswer(system(), holder.key);
    const outcomes = Array.from({ length: 4 }, () => outcomeOf(enter(stranger(), username, answer)));
    expect(countOutcomes(await Promise.all(outcomes))).toEqual({ ok: 1, 'auth.challenge_invalid': 3 });
  });

  it('refuses an answer after two minutes', async () => {
    const { username } = await boundMember(system(), holder.key);
    const answer = await entryAnswer(system(), holder.key);
    system().clock.advance(TWO_MINUTES);
    await expectError(() => enter(stranger(), username, answer), 'auth.challenge_invalid', sessionCount);
  });

  it('refuses what was signed for holders, and holders’ sign-in what was signed for staff', async () => {
    const { username } = await boundMember(system(), holder.key);
    const device = provingDevice(system());
    const forHolders = await answerOf(device, await device.ask('sign-in'), holder.key);
    await expectError(() => enter(stranger(), username, forHolders), 'auth.challenge_invalid', challengeCount);
    const renamed = { ...(await device.ask('second-factor')), purpose: 'sign-in' as const };
    const relabelled = await answerOf(device, renamed, holder.key);
    await expectError(() => enter(stranger(), username, relabelled), 'auth.certificate_not_proved', sessionCount);
    const forStaff = await entryAnswer(system(), holder.key, device);
    await expectError(() => device.signIn(forStaff), 'auth.challenge_invalid', challengeCount);
  });

  it('refuses what was signed for a session, for another device or for another page', async () => {
    const { username, client } = await boundMember(system(), holder.key);
    const ofSession = await sessionAnswer(client, holder.key);
    await expectError(() => enter(stranger(), username, ofSession), 'auth.challenge_invalid', challengeCount);
    const [device, thief] = [provingDevice(system()), provingDevice(system())];
    const relayed = { ...(await entryAnswer(system(), holder.key, device)), deviceId: thief.deviceId };
    await expectError(() => enter(stranger(), username, relayed), 'auth.challenge_invalid', challengeCount);
    const page = provingDevice(system(), system().origin);
    const ofPage = await entryAnswer(system(), holder.key, page);
    await expectError(() => enter(stranger(), username, ofPage), 'auth.challenge_invalid', challengeCount);
    expect((await enter(page, username, ofPage)).staff.username).toBe(username);
    const foreign = provingDevice(system(), 'https://desk.example.net');
    const answer = await entryAnswer(system(), holder.key);
    await expectError(() => enter(foreign, username, answer), 'auth.origin_refused', sessionCount);
  });

  it('refuses a colleague’s certificate, one of nobody on the staff, a foreign one and a wrong key', async () => {
    const { username } = await boundMember(system(), holder.key);
    await boundMember(system(), other.key);
    const colleagues = await entryAnswer(system(), other.key);
    await expectError(() => enter(stranger(), username, colleagues), 'auth.certificate_not_bound', sessionCount);
    const foreign = await entryAnswer(system(), await newKey('ecdsa-p256'));
    await expectError(() => enter(stranger(), username, foreign), 'auth.certificate_unknown', sessionCount);
    const device = provingDevice(system());
    const challenge = await device.ask('second-factor');
    const forged = await answerOf(device, challenge, await newKey('ecdsa-p256'), holder.key);
    await expectError(() => enter(stranger(), username, forged), 'auth.certificate_not_proved', sessionCount);
  });

  it('counts wrong answers as it counts wrong codes: five of twelve that come at the same time are looked at', async () => {
    const { username } = await boundMember(system(), holder.key);
    const device = provingDevice(system());
    const key = await newKey('ecdsa-p256');
    const guesses = await Promise.all(
      Array.from({ length: 12 }, async () => answerOf(device, await device.ask('second-factor'), key, holder.key)),
    );
    const outcomes = await Promise.all(guesses.map((guess) => outcomeOf(enter(stranger(), username, guess))));
    expect(countOutcomes(outcomes)).toEqual({ 'auth.certificate_not_proved': 5, 'auth.password_delayed': 7 });
  });

  it('opens nothing while the authority cannot be asked, and counts that as no wrong try', async () => {
    const { username } = await boundMember(system(), holder.key);
    const asked = jest
      .spyOn(system().container().certificateAuthority, 'status')
      .mockRejectedValue(new PortError('certificate-authority', 'unavailable', 'timeout'));
    try {
      for (let time = 0; time < 7; time += 1) {
        const answer = await entryAnswer(system(), holder.key);
        await expectError(() => enter(stranger(), username, answer), 'auth.certificate_unchecked', sessionCount);
      }
    } finally {
      asked.mockRestore();
    }
    expect((await enter(stranger(), username, await entryAnswer(system(), holder.key))).staff.username).toBe(username);
  });

  it('refuses one on hold until it is released', async () => {
    const { username } = await boundMember(system(), other.key);
    const release = await suspend(system(), other);
    const answer = await entryAnswer(system(), other.key);
    await expectError(() => enter(stranger(), username, answer), 'auth.certificate_suspended', sessionCount);
    await release();
    expect((await enter(stranger(), username, await entryAnswer(system(), other.key))).staff.username).toBe(username);
  });

  it.each([
    ['revoked', 'keyCompromise', 'auth.certificate_revoked'],
    ['put on hold', 'certificateHold', 'auth.certificate_suspended'],
  ] as const)('refuses one that the authority itself has %s', async (_how, reason, code) => {
    const { key, certificate } = await softwareHolder(system());
    const { username } = await boundMember(system(), key);
    await system().container().certificateAuthority.revoke(certificate.serialNumber!, reason);
    const answer = await entryAnswer(system(), key);
    await expectError(() => enter(stranger(), username, answer), code, sessionCount);
  });
});

describe('proving again by certificate', () => {
  it('stands for a code where one is asked for before a grave act, once', async () => {
    const [member, about] = [await boundMember(system(), holder.key), await staffPerson(system(), ['finance'])];
    await expectError(() => askToInvite(member.client, about.id), 'auth.second_factor_required', changeCount);
    const proof = await byCertificate(member, holder.key);
    const { staffChange } = await invite(member, about, proof);
    await cancel(member.client, staffChange);
    await expectError(() => invite(member, about, proof), 'auth.challenge_invalid', changeCount);
  });

  it('gives roles, which takes the same proof', async () => {
    const [member, about] = [await boundMember(system(), holder.key), await staffPerson(system(), ['finance'])];
    const proof = await byCertificate(member, holder.key);
    const params = { staffId: about.id };
    const body = { roles: ['finance' as const, 'reviewer' as const], ...proof };
    const { staffChange } = await member.client.call(endpoints.staff.setMemberRoles, { params, body });
    expect(staffChange).toMatchObject({ granted: ['reviewer'], state: 'waiting' });
  });

  it('is not done by an answer of another session, of a sign-in, or of a colleague’s certificate', async () => {
    const [member, about] = [await boundMember(system(), holder.key), await staffPerson(system(), ['finance'])];
    const answer = await entryAnswer(system(), holder.key);
    const elsewhere = newClient(system());
    elsewhere.accessToken = (await enter({ client: elsewhere }, member.username, answer)).accessToken;
    const others = [await sessionAnswer(elsewhere, holder.key), await entryAnswer(system(), holder.key)];
    for (const certificate of others) {
      await expectError(() => invite(member, about, { ...PROOF, certificate }), 'auth.challenge_invalid', changeCount);
    }
    const foreign = { ...PROOF, certificate: await sessionAnswer(member.client, other.key) };
    await expectError(() => invite(member, about, foreign), 'auth.certificate_not_bound', changeCount);
  });

  it('is asked for before an authenticator is enrolled, too: a password alone must not add a way in', async () => {
    const member = await boundMember(system(), holder.key);
    const begin = (body: StepUp) => member.client.call(endpoints.staff.beginSecondFactor, { body });
    await expectError(
      () => begin(PROOF),
      'auth.second_factor_required',
      () => stored(member),
    );
    await begin(await byCertificate(member, holder.key));
  });

  it('gives an authenticator up whose phone is lost', async () => {
    const member = await boundMember(system(), holder.key);
    await enrolAuthenticator(system(), member, await byCertificate(member, holder.key));
    const body = await byCertificate(member, holder.key);
    await member.client.call(endpoints.staff.removeSecondFactor, { body });
    expect(await member.client.call(endpoints.staff.readSecondFactor, {})).toMatchObject({ enrolled: false });
  });
});

it('sign-in of staff is refused with a certificate that has expired', async () => {
  const { key, certificate } = await softwareHolder(system());
  const { username } = await boundMember(system(), key);
  system().clock.advance(Date.parse(certificate.notAfter!) - system().clock.now().getTime() + 1000);
  const answer = await entryAnswer(system(), key);
  await expectError(() => enter(stranger(), username, answer), 'auth.certificate_expired', sessionCount);
});
