import { endpoints, type StepUp } from '@acceptance/shared';
import { recordedBy } from '../support/audit-records';
import { type Holder, newKey, softwareHolder } from '../support/certificate-holders';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import {
  bind,
  boundMember,
  boundOf,
  byCertificate,
  enrolAuthenticator,
  enter,
  entryAnswer,
  forgetBindings,
  sessionAnswer,
  suspend,
  unbind,
} from '../support/factor-certificates';
import {
  agree,
  approve,
  askToReset,
  cancel,
  PROOF,
  STAFF_PASSWORD,
  type StaffPerson,
  signInStaff,
  staffPerson,
} from '../support/staff-people';
import { newClient } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const HOUR = 3_600_000;

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
const onlyBound = async ({ client }: StaffPerson) => (await boundOf(client))[0]!.id;
const changeCount = () => system().container().staffChanges.countDocuments();

async function later(ms: number): Promise<void> {
  await system().settle();
  system().clock.advance(ms);
  await system().settle();
}

/** While the product runs as in production, where nobody works without a second factor. */
async function whileRequired(run: () => Promise<void>): Promise<void> {
  const policy = system().container().staffPolicy as { secondFactorRequired: boolean };
  policy.secondFactorRequired = true;
  try {
    await run();
  } finally {
    policy.secondFactorRequired = false;
  }
}

describe('binding a certificate', () => {
  it('waits for another administrator, is seen by all the staff, and counts from then on', async () => {
    const [member, colleague] = [await staffPerson(system(), ['finance']), await staffPerson(system(), ['reviewer'])];
    const records = await recordedBy(system(), async () => {
      const asked = await bind(member.client, await sessionAnswer(member.client, holder.key));
      expect(asked).toMatchObject({
        kind: 'bind-certificate',
        state: 'waiting',
        certificate: holder.certificate.serialNumber,
        effectiveAt: null,
        isAboutMe: true,
        canApprove: false,
        canCancel: true,
      });
      const { items } = await colleague.client.call(endpoints.staff.listChanges, {});
      expect(items).toMatchObject([{ id: asked.id, member: { username: member.username }, canCancel: false }]);
      expect(await boundOf(member.client)).toEqual([]);
      expect((await enter(stranger(), member.username)).staff.id).toBe(member.id);
      await agree(system(), asked);
    });
    const { serialNumber, id } = holder.certificate;
    expect(records.find(({ action }) => action === 'staff.askToBindCertificate')).toMatchObject({
      outcome: 'done',
      notes: { certificate: id, certificateSerialNumber: serialNumber, member: member.id },
    });
    expect(await boundOf(member.client)).toMatchObject([{ serialNumber, state: 'issued' }]);
    const refusal = await expectError(() => enter(stranger(), member.username), 'auth.second_factor_required');
    expect(refusal.details).toEqual({ ways: 'certificate' });
  });

  it('where nobody else could agree takes effect after 24 hours, unless it is cancelled', async () => {
    const { staffMembers } = system().container();
    await staffMembers.updateMany({ roles: 'administrator' }, { $set: { disabledAt: system().clock.now() } });
    const sole = await staffPerson(system());
    const asked = await bind(sole.client, await sessionAnswer(sole.client, holder.key));
    expect(asked.effectiveAt).not.toBeNull();
    await later(24 * HOUR - 1);
    expect((await stored(sole))?.factorCertificates).toBeUndefined();
    await later(1);
    expect((await stored(sole))?.factorCertificates).toHaveLength(1);
    const again = await signInStaff(system(), (await staffPerson(system(), ['finance'])).username, STAFF_PASSWORD);
    const second = await bind(again, await sessionAnswer(again, other.key));
    await cancel(again, second);
    await later(24 * HOUR);
    expect(await staffMembers.countDocuments({ 'factorCertificates.0': { $exists: true } })).toBe(1);
  });

  it('needs the password, and a code of who has an authenticator', async () => {
    const member = await staffPerson(system(), ['finance']);
    const ask = async (proof: StepUp) => bind(member.client, await sessionAnswer(member.client, holder.key), proof);
    await expectError(() => ask({ password: 'somebody else’s' }), 'auth.password_wrong', changeCount);
    const authenticator = await enrolAuthenticator(system(), member);
    const refusal = await expectError(() => ask(PROOF), 'auth.second_factor_required', changeCount);
    expect(refusal.details).toEqual({ ways: 'code' });
    await expectError(() => ask({ ...PROOF, secondFactor: 'AAAAAA' }), 'auth.second_factor_wrong', changeCount);
    // The key that is to be bound says nothing for itself.
    const alone = { ...PROOF, certificate: await sessionAnswer(member.client, holder.key) };
    await expectError(() => ask(alone), 'auth.certificate_not_bound', changeCount);
    await agree(system(), await ask(authenticator()));
    const both = await expectError(() => enter(stranger(), member.username), 'auth.second_factor_required');
    expect(both.details).toEqual({ ways: 'code+certificate' });
  });

  it('that we have not issued, or whose key has not answered, is refused', async () => {
    const { client } = await staffPerson(system(), ['finance']);
    const foreign = await sessionAnswer(client, await newKey('sm2'));
    await expectError(() => bind(client, foreign), 'auth.certificate_unknown', changeCount);
    const wrongKey = await sessionAnswer(client, await newKey('ecdsa-p256'), holder.key);
    await expectError(() => bind(client, wrongKey), 'auth.certificate_not_proved', changeCount);
  });

  it('is asked for by an answer to a challenge of this very session, for one of five calls at the same time', async () => {
    const { client } = await staffPerson(system(), ['finance']);
    const colleague = await staffPerson(system(), ['finance']);
    const others = [await sessionAnswer(colleague.client, holder.key), await entryAnswer(system(), holder.key)];
    for (const answer of others) {
      await expectError(() => bind(client, answer), 'auth.challenge_invalid', changeCount);
    }
    const answer = await sessionAnswer(client, holder.key);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(bind(client, answer))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 1, 'auth.challenge_invalid': 4 });
    expect(await changeCount()).toBe(1);
  });

  it('on hold is refused', async () => {
    const { client } = await staffPerson(system(), ['finance']);
    const release = await suspend(system(), other);
    try {
      const answer = await sessionAnswer(client, other.key);
      await expectError(() => bind(client, answer), 'auth.certificate_suspended', changeCount);
    } finally {
      await release();
    }
  });

  it('that is bound already, to oneself or a colleague, is refused', async () => {
    const member = await boundMember(system(), holder.key);
    const again = await byCertificate(member, holder.key);
    const newAnswer = await sessionAnswer(member.client, holder.key);
    await expectError(() => bind(member.client, newAnswer, again), 'staff.certificate_bound', changeCount);
    const { client } = await staffPerson(system(), ['finance']);
    const answer = await sessionAnswer(client, holder.key);
    await expectError(() => bind(client, answer), 'staff.certificate_bound', changeCount);
  });

  it('is made for one of two members who have asked with the same key', async () => {
    const members = [await staffPerson(system(), ['finance']), await staffPerson(system(), ['finance'])];
    const administrators = [await staffPerson(system()), await staffPerson(system())];
    const asked = [];
    for (const { client } of members) {
      asked.push(await bind(client, await sessionAnswer(client, holder.key)));
    }
    const ends = await Promise.all(asked.map((change, at) => approve(administrators[at]!.client, change)));
    expect(ends.map(({ state }) => state).sort()).toEqual(['effective', 'failed']);
    const { staffMembers } = system().container();
    expect(await staffMembers.countDocuments({ 'factorCertificates.0': { $exists: true } })).toBe(1);
  });

  it('that was asked for before the second factors were taken away does not come into effect', async () => {
    const member = await staffPerson(system(), ['finance']);
    const [one, two] = [await staffPerson(system()), await staffPerson(system())];
    const asked = await bind(member.client, await sessionAnswer(member.client, holder.key));
    system().clock.advance(1000);
    await approve(two.client, (await askToReset(one.client, member.id)).staffChange);
    expect(await approve(two.client, asked)).toMatchObject({ state: 'failed' });
    expect(await stored(member)).not.toHaveProperty('factorCertificates');
  });

  it('is asked for five at most', async () => {
    const member = await boundMember(system(), holder.key);
    const [first] = (await stored(member))!.factorCertificates!;
    const { staffMembers } = system().container();
    const more = ['b', 'c', 'd', 'e'].map((digit) => ({ ...first!, publicKeySha256: digit.repeat(64) }));
    await staffMembers.updateOne({ _id: member.id }, { $push: { factorCertificates: { $each: more } } });
    const [proof, answer] = [await byCertificate(member, holder.key), await sessionAnswer(member.client, other.key)];
    await expectError(() => bind(member.client, answer, proof), 'staff.certificates_too_many', changeCount);
  });
});

describe('taking a certificate off', () => {
  it('needs the proof, happens at once, and frees the key', async () => {
    const member = await boundMember(system(), holder.key);
    const id = await onlyBound(member);
    await expectError(
      () => unbind(member.client, id, PROOF),
      'auth.second_factor_required',
      () => stored(member),
    );
    await unbind(member.client, id, await byCertificate(member, holder.key));
    expect(await boundOf(member.client)).toEqual([]);
    await expectError(() => unbind(member.client, id, PROOF), 'staff.certificate_not_bound');
    expect((await enter(stranger(), member.username)).staff.id).toBe(member.id);
    expect(await boundOf((await boundMember(system(), holder.key)).client)).toHaveLength(1);
  });

  it('of a colleague is not possible', async () => {
    const [member, colleague] = [await boundMember(system(), holder.key), await boundMember(system(), other.key)];
    const id = await onlyBound(colleague);
    const proof = await byCertificate(member, holder.key);
    await expectError(
      () => unbind(member.client, id, proof),
      'staff.certificate_not_bound',
      () => stored(colleague),
    );
  });

  it('leaves the last second factor where one is required', () =>
    whileRequired(async () => {
      const { staffMembers } = system().container();
      const member = await staffPerson(system());
      const authenticator = await enrolAuthenticator(system(), member);
      const asked = await bind(member.client, await sessionAnswer(member.client, holder.key), authenticator());
      const colleague = await staffPerson(system());
      const ofColleague = await enrolAuthenticator(system(), colleague);
      await approve(colleague.client, asked, ofColleague());
      const id = await onlyBound(member);
      await staffMembers.updateOne({ _id: member.id }, { $unset: { secondFactor: 1 } });
      const session = await enter(stranger(), member.username, await entryAnswer(system(), holder.key));
      expect(session.staff.mustEnrolSecondFactor).toBe(false);
      const proof = await byCertificate(member, holder.key);
      await expectError(
        () => unbind(member.client, id, proof),
        'auth.second_factor_last',
        () => stored(member),
      );
      const anew = await enrolAuthenticator(system(), member, await byCertificate(member, holder.key));
      await unbind(member.client, id, anew());
      expect(await boundOf(member.client)).toEqual([]);
    }));

  it('is done by two administrators for somebody who has lost the UKey', async () => {
    const member = await boundMember(system(), holder.key, ['finance']);
    const one = await staffPerson(system());
    await agree(system(), (await askToReset(one.client, member.id)).staffChange);
    expect(await stored(member)).not.toHaveProperty('factorCertificates');
    await expectError(() => boundOf(member.client), 'auth.session_expired');
    expect((await enter(stranger(), member.username)).staff.id).toBe(member.id);
  });
});
