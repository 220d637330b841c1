import { endpoints, MINI_PROGRAM_ORIGIN } from '@acceptance/shared';
import { PortError } from '../../bff/src/ports/port-error';
import { recordedBy } from '../support/audit-records';
import {
  answerOf,
  type Holder,
  newKey,
  provingDevice,
  softwareHolder,
  ukeyHolder,
} from '../support/certificate-holders';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { PASSWORD, signInByPassword } from '../support/password-people';
import { staffPerson } from '../support/staff-people';
import { storedAccount } from '../support/stored-state';
import { newestSms } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const OWN_PAGE = () => system().origin;
const FOREIGN_PAGE = 'https://acceptance.example.net';
const TWO_MINUTES = 120_000;

const sessionCount = () => system().container().sessions.countDocuments();
const challengeCount = () => system().container().certificateChallenges.countDocuments();

/** The whole way, on a new device. */
async function signIn({ key }: Pick<Holder, 'key'>, device = provingDevice(system())) {
  return device.signIn(await answerOf(device, await device.ask(), key));
}
const expectRefusal = (holder: Pick<Holder, 'key'>, code: Parameters<typeof expectError>[1]) =>
  expectError(() => signIn(holder), code, sessionCount);

/** Somebody whose certificate is valid, for all that leaves it so. */
let holder: Holder;
beforeAll(async () => {
  holder = await softwareHolder(system());
});

describe('signing in by certificate', () => {
  it.each([
    ['a software certificate of SM2', () => softwareHolder(system(), 'sm2')],
    ['a software certificate of ECDSA', async () => holder],
    ['an RSA certificate that was made for a UKey', () => ukeyHolder(system())],
  ])('opens the account that %s belongs to', async (_what, holderOf) => {
    const { key, context, certificate } = await holderOf();
    const { account, accessToken } = await signIn({ key });
    expect(account.id).toBe((await storedAccount(system(), context))._id.toHexString());
    context.applicant.accessToken = accessToken;
    const { items } = await context.applicant.call(endpoints.certificates.listCertificates, {});
    expect(items.map(({ id }) => id)).toEqual([certificate.id]);
  });

  it('works from a page of ours as from the mini-program, each with its own name in what is signed', async () => {
    const page = provingDevice(system(), OWN_PAGE());
    expect((await page.ask()).origin).toBe(OWN_PAGE());
    expect((await provingDevice(system()).ask()).origin).toBe(MINI_PROGRAM_ORIGIN);
    expect((await signIn(holder, page)).account.phoneMasked).toContain('****');
  });

  it('is recorded with the certificate and the account, refused or not', async () => {
    const { id } = holder.certificate;
    const device = provingDevice(system());
    const records = await recordedBy(system(), async () => {
      const answer = await answerOf(device, await device.ask(), await newKey('ecdsa-p256'), holder.key);
      await outcomeOf(device.signIn(answer));
      await signIn(holder);
    });
    const accountId = (await storedAccount(system(), holder.context))._id.toHexString();
    expect(records).toMatchObject([
      { action: 'certificateSignIn.signIn', outcome: 'auth.certificate_not_proved', notes: { certificate: id } },
      {
        action: 'certificateSignIn.signIn',
        outcome: 'done',
        object: `account:${accountId}`,
        notes: { certificate: id },
      },
    ]);
  });

  it('makes the device one that the account’s password suffices on', async () => {
    const device = provingDevice(system());
    const { accessToken } = await signIn(holder, device);
    const { applicant, person } = holder.context;
    applicant.accessToken = accessToken;
    await applicant.call(endpoints.auth.setPassword, { body: { newPassword: PASSWORD } });
    const session = await signInByPassword(system(), person, { deviceId: device.deviceId });
    expect(session.accessToken).toMatch(/\./);
  });

  it('refuses outdated terms and leaves the challenge good', async () => {
    const device = provingDevice(system());
    const answer = await answerOf(device, await device.ask(), holder.key);
    await expectError(() => device.signIn(answer, '2020-01'), 'auth.terms_outdated', sessionCount);
    expect((await device.signIn(answer)).accessToken).toMatch(/\./);
  });
});

describe('a challenge', () => {
  it('is good once: the same answer again opens nothing', async () => {
    const device = provingDevice(system());
    const answer = await answerOf(device, await device.ask(), holder.key);
    await device.signIn(answer);
    await expectError(() => device.signIn(answer), 'auth.challenge_invalid', sessionCount);
  });

  it('is good for one of five answers at the same time', async () => {
    const device = provingDevice(system());
    const answer = await answerOf(device, await device.ask(), holder.key);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(device.signIn(answer))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 1, 'auth.challenge_invalid': 4 });
  });

  it('is used up by a wrong answer', async () => {
    const device = provingDevice(system());
    const challenge = await device.ask();
    const wrong = await answerOf(device, challenge, await newKey('ecdsa-p256'), holder.key);
    await expectError(() => device.signIn(wrong), 'auth.certificate_not_proved', sessionCount);
    const right = await answerOf(device, challenge, holder.key);
    await expectError(() => device.signIn(right), 'auth.challenge_invalid', sessionCount);
  });

  it('ends after two minutes', async () => {
    const device = provingDevice(system());
    const answer = await answerOf(device, await device.ask(), holder.key);
    system().clock.advance(TWO_MINUTES);
    await expectError(() => device.signIn(answer), 'auth.challenge_invalid', sessionCount);
  });

  it('of one device is no other’s, and stays good for its own', async () => {
    const [own, other] = [provingDevice(system()), provingDevice(system())];
    const challenge = await own.ask();
    const relayed = await answerOf(other, challenge, holder.key);
    await expectError(() => other.signIn(relayed), 'auth.challenge_invalid', challengeCount);
    expect((await own.signIn(await answerOf(own, challenge, holder.key))).accessToken).toMatch(/\./);
  });

  it('of the mini-program is not answered from a page, nor the other way round', async () => {
    const [phone, page] = [provingDevice(system()), provingDevice(system(), OWN_PAGE())];
    for (const [asking, answering] of [
      [phone, page],
      [page, phone],
    ] as const) {
      const answer = await answerOf(asking, await asking.ask(), holder.key);
      await expectError(() => answering.signIn(answer), 'auth.challenge_invalid', challengeCount);
    }
  });

  it('is given to no page of others, and none of theirs is listened to', async () => {
    const foreign = provingDevice(system(), FOREIGN_PAGE);
    await expectError(() => foreign.ask(), 'auth.origin_refused', challengeCount);
    const device = provingDevice(system());
    const answer = await answerOf(device, await device.ask(), holder.key);
    await expectError(() => foreign.signIn(answer), 'auth.origin_refused', challengeCount);
  });

  it('that a relaying page had signed in its own name proves nothing', async () => {
    const device = provingDevice(system(), OWN_PAGE());
    const challenge = await device.ask();
    const answer = await answerOf(device, { ...challenge, origin: FOREIGN_PAGE }, holder.key);
    await expectError(() => device.signIn(answer), 'auth.certificate_not_proved', sessionCount);
  });

  it('for another purpose signs nobody in', async () => {
    const device = provingDevice(system());
    const challenge = await device.ask('phone-change');
    const answer = await answerOf(device, challenge, holder.key);
    await expectError(() => device.signIn(answer), 'auth.challenge_invalid', challengeCount);
    const renamed = await answerOf(device, { ...(await device.ask()), purpose: 'phone-change' }, holder.key);
    await expectError(() => device.signIn(renamed), 'auth.certificate_not_proved', sessionCount);
  });

  it('that we never gave is none', async () => {
    const device = provingDevice(system());
    const invented = { ...(await device.ask()), nonce: 'A'.repeat(43) };
    const answer = await answerOf(device, invented, holder.key);
    await expectError(() => device.signIn(answer), 'auth.challenge_invalid', challengeCount);
  });
});

describe('a certificate', () => {
  it('that we have not issued is unknown', async () => {
    await expectRefusal({ key: await newKey('sm2') }, 'auth.certificate_unknown');
  });

  it.each(['sm2', 'ecdsa-p256'] as const)('of another application is no key to this one (%s)', async (algorithm) => {
    const own = await softwareHolder(system(), algorithm);
    const device = provingDevice(system());
    const answer = await answerOf(device, await device.ask(), holder.key, own.key);
    await expectError(() => device.signIn(answer), 'auth.certificate_not_proved', sessionCount);
  });

  it('that its holder has revoked is refused, and its key alone does not tell', async () => {
    const ended = await softwareHolder(system());
    const { applicant, person } = ended.context;
    await applicant.call(endpoints.personalData.requestProof, {});
    const code = newestSms(system(), person)?.code ?? '';
    await applicant.call(endpoints.certificates.revokeCertificate, {
      params: { certificateId: ended.certificate.id },
      body: { reason: 'keyCompromise', code },
    });
    await expectRefusal(ended, 'auth.certificate_revoked');
    const device = provingDevice(system());
    const stranger = await answerOf(device, await device.ask(), await newKey('ecdsa-p256'), ended.key);
    await expectError(() => device.signIn(stranger), 'auth.certificate_not_proved', sessionCount);
  });

  it('on hold is refused until it is released', async () => {
    const ended = await softwareHolder(system());
    const { client } = await staffPerson(system(), ['issuer']);
    const params = { certificateId: ended.certificate.id };
    await client.call(endpoints.certificateDesk.suspendCertificate, { params, body: { note: '持有人来电' } });
    await system().settle();
    await expectRefusal(ended, 'auth.certificate_suspended');
    await client.call(endpoints.certificateDesk.releaseCertificate, { params });
    await system().settle();
    expect((await signIn(ended)).accessToken).toMatch(/\./);
  });

  it.each([
    ['revoked', 'keyCompromise', 'auth.certificate_revoked'],
    ['put on hold', 'certificateHold', 'auth.certificate_suspended'],
  ] as const)('that the authority itself has %s is refused', async (_how, reason, code) => {
    const ended = await softwareHolder(system());
    await system().container().certificateAuthority.revoke(ended.certificate.serialNumber!, reason);
    await expectRefusal(ended, code);
  });

  it.each([
    ['does not answer', () => Promise.reject(new PortError('certificate-authority', 'unavailable', 'timeout'))],
    ['does not know it', () => Promise.resolve({ state: 'unknown' } as const)],
  ])('that the authority %s of opens nothing', async (_how, answer) => {
    const asked = jest.spyOn(system().container().certificateAuthority, 'status').mockImplementation(answer);
    try {
      await expectRefusal(holder, 'auth.certificate_unchecked');
    } finally {
      asked.mockRestore();
    }
  });

  it('of a closed account opens nothing', async () => {
    const ended = await softwareHolder(system());
    const { accounts } = system().container();
    const { _id } = await storedAccount(system(), ended.context);
    await accounts.updateOne({ _id }, { $set: { closedAt: system().clock.now() } });
    await expectRefusal(ended, 'auth.certificate_revoked');
  });

  it('that has expired is refused', async () => {
    const ended = await softwareHolder(system());
    const end = Date.parse(ended.certificate.notAfter!);
    system().clock.advance(end - system().clock.now().getTime() + 1000);
    await expectRefusal(ended, 'auth.certificate_expired');
  });
});
