import { randomBytes } from 'node:crypto';
import { type Challenge, challengeBytes, endpoints } from '@acceptance/shared';
import type { SigningKey } from '../../bff/src/pki';
import { createApiClient } from '../../scripts/api-client/create-api-client';
import { recordedBy } from '../support/audit-records';
import { type Holder, newKey, softwareHolder, ukeyHolder } from '../support/certificate-holders';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { gatheredFiles } from '../support/gathered-data';
import { type StaffPerson, staffPerson } from '../support/staff-people';
import { meet, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const DAY_MS = 86_400_000;
const { ukeyUnlocks, ukeyUnlockDesk } = endpoints;

let holder: Holder;
let clerk: StaffPerson;
beforeAll(async () => {
  holder = await ukeyHolder(system());
  clerk = await staffPerson(system(), ['issuer', 'administrator']);
});
afterEach(async () => {
  await system().container().ukeyUnlocks.deleteMany({});
});

const paramsOf = ({ certificate }: Holder) => ({ certificateId: certificate.id });
const ask = (of = holder) => of.context.applicant.call(ukeyUnlocks.requestUnlock, { params: paramsOf(of) });
const read = (of = holder) => of.context.applicant.call(ukeyUnlocks.readUnlock, { params: paramsOf(of) });
const cancel = (of = holder) => of.context.applicant.call(ukeyUnlocks.cancelUnlock, { params: paramsOf(of) });
const stored = () => system().container().ukeyUnlocks.find({}).lean();

/** What a clerk does with a request. */
function deskOf({ client }: Pick<StaffPerson, 'client'>) {
  const withId = (ukeyUnlockId: string) => ({ params: { ukeyUnlockId } });
  return {
    start: (of: Holder) => client.call(ukeyUnlockDesk.startUnlock, { params: paramsOf(of) }),
    list: () => client.call(ukeyUnlockDesk.listUnlocks, { query: {} }),
    read: (id: string) => client.call(ukeyUnlockDesk.readUnlock, withId(id)),
    compare: (id: string) => client.call(ukeyUnlockDesk.compareDocument, { ...withId(id), body: { compared: true } }),
    challenge: (id: string) => client.call(ukeyUnlockDesk.requestChallenge, withId(id)),
    complete: (id: string, body: { nonce: string; signature: string }) =>
      client.call(ukeyUnlockDesk.completeUnlock, { ...withId(id), body }),
  };
}
const desk = () => deskOf(clerk);

const signed = async (challenge: Challenge, key: SigningKey = holder.key) => ({
  nonce: challenge.nonce,
  signature: Buffer.from(await key.sign(challengeBytes(challenge))).toString('base64'),
});

/** A request whose holder stands at the desk, document compared. */
async function compared(of = holder): Promise<string> {
  const { unlock } = await ask(of);
  await desk().compare(unlock!.id);
  return unlock!.id;
}

const told = async () => {
  await system().settle();
  const sent = system().standIns.tencentCloud.sms(holder.context.person.phone);
  return sent.filter(({ templateId }) => templateId === 'demo-ukey-unlock');
};

describe('asking for a new PIN', () => {
  it('waits thirty days for the holder, and says where to come', async () => {
    expect(await read()).toMatchObject({ unlock: null, hindrance: null });
    const asked = await ask();
    expect(asked).toMatchObject({
      unlock: { state: 'waiting', endedAt: null },
      hindrance: null,
      place: expect.stringMatching(/./),
      hours: expect.stringMatching(/./),
    });
    const { askedAt, endsAt } = asked.unlock!;
    expect(Date.parse(endsAt) - Date.parse(askedAt)).toBe(30 * DAY_MS);
    expect(await read()).toEqual(asked);
  });

  it('again, and by several calls at once, is the same request', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => ask()));
    expect(new Set(answers.map(({ unlock }) => unlock?.id)).size).toBe(1);
    expect((await ask()).unlock).toEqual(answers[0]?.unlock);
    expect(await stored()).toHaveLength(1);
  });

  it('is taken back, more than once, and may be asked for anew', async () => {
    const { unlock } = await ask();
    expect((await cancel()).unlock).toMatchObject({ id: unlock!.id, state: 'cancelled' });
    const again = await cancel();
    expect(again.unlock).toMatchObject({ id: unlock!.id, state: 'cancelled' });
    const fresh = await ask();
    expect(fresh.unlock).toMatchObject({ state: 'waiting' });
    expect(fresh.unlock!.id).not.toBe(unlock!.id);
  });

  it('changes nothing when there is nothing to take back', async () => {
    expect((await cancel()).unlock).toBeNull();
    expect(await stored()).toEqual([]);
  });

  it('is nothing for somebody else', async () => {
    await ask();
    const stranger = await meet(system(), 'sign-in');
    for (const endpoint of [ukeyUnlocks.readUnlock, ukeyUnlocks.requestUnlock, ukeyUnlocks.cancelUnlock]) {
      const call = () => stranger.applicant.call(endpoint, { params: paramsOf(holder) });
      await expectError(call, 'certificates.not_found', stored);
    }
  });

  it('is refused for a software certificate, by the holder and at the desk', async () => {
    const software = await softwareHolder(system());
    await expectError(() => ask(software), 'ukey_unlocks.not_in_ukey', stored);
    await expectError(() => desk().start(software), 'ukey_unlocks.not_in_ukey', stored);
    expect((await read(software)).hindrance).toBe('not-in-ukey');
  });
});

describe('a certificate that is of no use', () => {
  it('gets no request when it is on hold or revoked, and one that waits is not served', async () => {
    const other = await ukeyHolder(system());
    const id = await compared(other);
    const challenge = await desk().challenge(id);
    const note = '查清之前停用';
    const { client } = clerk;
    await client.call(endpoints.certificateDesk.suspendCertificate, { params: paramsOf(other), body: { note } });
    const refusals = [
      () => ask(other),
      () => desk().start(other),
      () => desk().compare(id),
      () => desk().challenge(id),
      async () => desk().complete(id, await signed(challenge, other.key)),
    ];
    for (const call of refusals) {
      await expectError(call, 'ukey_unlocks.certificate_not_valid', stored);
    }
    expect(await desk().read(id)).toMatchObject({ state: 'waiting', hindrance: 'certificate-not-valid' });
    const body = { reason: 'keyCompromise', note } as const;
    await client.call(endpoints.certificateDesk.revokeCertificate, { params: paramsOf(other), body });
    for (const call of refusals) {
      await expectError(call, 'ukey_unlocks.certificate_not_valid', stored);
    }
    expect((await cancel(other)).unlock).toMatchObject({ state: 'cancelled' });
  });
});

describe('the desk', () => {
  it('lists what waits, without naming anybody', async () => {
    const { unlock } = await ask();
    const { items, total } = await desk().list();
    expect(total).toBe(1);
    expect(items).toMatchObject([{ id: unlock!.id, serialNumber: holder.certificate.serialNumber }]);
    expect(JSON.stringify(items)).not.toContain(holder.context.person.name);
    await cancel();
    expect((await desk().list()).items).toEqual([]);
  });

  it('shows whose document it is and which key the UKey holds, and the log says who looked', async () => {
    const { unlock } = await ask();
    const { person } = holder.context;
    const records = await recordedBy(system(), async () => {
      expect(await desk().read(unlock!.id)).toMatchObject({
        publicKeySha256: holder.certificate.publicKeySha256,
        tokenSerialNumber: 'UK20260001',
        holder: { name: person.name, documentNumberMasked: expect.stringContaining('*') },
        documentComparedAt: null,
        hindrance: null,
      });
    });
    expect(records).toMatchObject([{ action: 'ukeyUnlockDesk.readUnlock', object: `ukeyUnlock:${unlock!.id}` }]);
    expect(JSON.stringify(records)).not.toContain(person.name);
  });

  it('starts one for a holder who just stands there, or finds the one that waits', async () => {
    const answers = await Promise.all([desk().start(holder), ask(), desk().start(holder)]);
    expect(await stored()).toHaveLength(1);
    expect((answers[0] as { id: string }).id).toBe((await read()).unlock!.id);
  });

  it('does not know a request that is none', async () => {
    const id = '0123456789abcdef01234567';
    await expectError(() => desk().read(id), 'ukey_unlocks.not_found');
    await expectError(() => desk().compare(id), 'ukey_unlocks.not_found');
    await expectError(
      () => clerk.client.call(ukeyUnlockDesk.startUnlock, { params: { certificateId: id } }),
      'certificates.not_found',
    );
  });

  it('serves nobody’s own UKey', async () => {
    const { unlock } = await ask();
    const self = await staffPerson(system(), ['issuer', 'administrator']);
    await self.client.call(endpoints.staff.addOwnPhone, { body: { phone: holder.context.person.phone } });
    const own = deskOf(self);
    const proof = { nonce: 'A'.repeat(43), signature: 'AAAA' };
    const calls = [
      () => own.start(holder),
      () => own.compare(unlock!.id),
      () => own.challenge(unlock!.id),
      () => own.complete(unlock!.id, proof),
    ];
    for (const call of calls) {
      await expectError(call, 'staff.own_order', stored);
    }
  });

  it('gives no challenge and takes no answer before the same clerk has compared the document', async () => {
    const { unlock } = await ask();
    const { id } = unlock!;
    await expectError(() => desk().challenge(id), 'ukey_unlocks.document_not_compared', stored);
    const other = deskOf(await staffPerson(system(), ['issuer']));
    await other.compare(id);
    expect((await other.read(id)).documentComparedAt).not.toBeNull();
    expect((await desk().read(id)).documentComparedAt).toBeNull();
    const answer = await signed(await other.challenge(id));
    await expectError(() => desk().complete(id, answer), 'ukey_unlocks.document_not_compared', stored);
  });
});

describe('an unlocked UKey', () => {
  it('is one whose key has signed: its holder is told, once, and sees it', async () => {
    const before = (await told()).length;
    const id = await compared();
    const answer = await signed(await desk().challenge(id));
    const records = await recordedBy(system(), async () => {
      expect(await desk().complete(id, answer)).toMatchObject({ id, state: 'done' });
    });
    expect(records).toMatchObject([
      {
        action: 'ukeyUnlockDesk.completeUnlock',
        outcome: 'done',
        object: `ukeyUnlock:${id}`,
        notes: { certificate: holder.certificate.id },
      },
    ]);
    expect((await read()).unlock).toMatchObject({ state: 'done', endedAt: expect.any(String) });
    // The answer was lost on its way, and is sent again.
    expect(await desk().complete(id, answer)).toMatchObject({ state: 'done' });
    expect(await told()).toHaveLength(before + 1);
    await expectError(() => desk().compare(id), 'ukey_unlocks.over', stored);
    await expectError(() => desk().challenge(id), 'ukey_unlocks.over', stored);
    expect((await cancel()).unlock).toMatchObject({ state: 'done' });
  });

  it('may be unlocked again another day', async () => {
    const first = await compared();
    await desk().complete(first, await signed(await desk().challenge(first)));
    const second = await compared();
    expect(second).not.toBe(first);
    await desk().complete(second, await signed(await desk().challenge(second)));
    expect((await stored()).map(({ state }) => state)).toEqual(['done', 'done']);
  });

  it('is not one whose signature is another key’s, or of something else', async () => {
    const id = await compared();
    const foreign = await signed(await desk().challenge(id), await newKey('rsa-2048'));
    await expectError(() => desk().complete(id, foreign), 'ukey_unlocks.not_proved', stored);
    const challenge = await desk().challenge(id);
    const other = await signed({ ...challenge, purpose: 'sign-in' });
    await expectError(() => desk().complete(id, other), 'ukey_unlocks.not_proved', stored);
    const broken = { nonce: (await desk().challenge(id)).nonce, signature: randomBytes(256).toString('base64') };
    await expectError(() => desk().complete(id, broken), 'ukey_unlocks.not_proved', stored);
  });

  it('is not one by a challenge that was used, has ended, or was given for something else', async () => {
    const id = await compared();
    const used = await desk().challenge(id);
    const wrong = await signed(used, await newKey('rsa-2048'));
    await expectError(() => desk().complete(id, wrong), 'ukey_unlocks.not_proved', stored);
    const right = await signed(used);
    await expectError(() => desk().complete(id, right), 'auth.challenge_invalid', stored);

    const other = await ukeyHolder(system());
    const elsewhere = await signed(await desk().challenge(await compared(other)));
    await expectError(() => desk().complete(id, elsewhere), 'auth.challenge_invalid', stored);

    const page = createApiClient(system().origin, system().origin);
    page.accessToken = clerk.client.accessToken;
    const ofPage = await signed(await deskOf({ client: page }).challenge(id));
    await expectError(() => desk().complete(id, ofPage), 'auth.challenge_invalid', stored);

    const late = await signed(await desk().challenge(id));
    system().clock.advance(120_000);
    await expectError(() => desk().complete(id, late), 'auth.challenge_invalid', stored);
  });

  it('is one once, however many answers come at the same moment', async () => {
    const before = (await told()).length;
    const id = await compared();
    const answers = await Promise.all([1, 2, 3].map(async () => signed(await desk().challenge(id))));
    const outcomes = await Promise.all(answers.map((answer) => outcomeOf(desk().complete(id, answer))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 1, 'ukey_unlocks.over': 2 });
    expect(await told()).toHaveLength(before + 1);
  });

  it('is none when its holder took the request back meanwhile', async () => {
    const id = await compared();
    const answer = await signed(await desk().challenge(id));
    await cancel();
    await expectError(() => desk().complete(id, answer), 'ukey_unlocks.over', stored);
  });
});

describe('a page that is not ours', () => {
  it('gets no challenge', async () => {
    const id = await compared();
    const page = createApiClient(system().origin, 'https://acceptance.example.net');
    page.accessToken = clerk.client.accessToken;
    await expectError(() => deskOf({ client: page }).challenge(id), 'auth.origin_refused', stored);
  });
});

describe('an export of one’s own data', () => {
  it('holds the requests, and what staff did with them', async () => {
    const other = await ukeyHolder(system());
    await compared(other);
    const { id: accountId } = await other.context.applicant.call(endpoints.account.readAccount, {});
    const gathered = await gatheredFiles(system(), accountId);
    const unlocks: unknown = JSON.parse(gathered.get('ukey-unlocks.json')?.toString() ?? '[]');
    expect(unlocks).toMatchObject([{ state: 'waiting', documentComparedAt: expect.any(String) }]);
    expect(JSON.stringify(unlocks)).not.toContain(clerk.id);
    expect(gathered.get('access-log.json')?.toString()).toContain('ukeyUnlockDesk.compareDocument');
  });
});

describe('time', () => {
  it('ends a request that nobody came for, and a month later removes what came to nothing', async () => {
    const { unlock } = await ask();
    system().clock.advance(30 * DAY_MS);
    await system().forgetRateLimits();
    const late = deskOf(await staffPerson(system(), ['issuer']));
    await expectError(() => late.compare(unlock!.id), 'ukey_unlocks.over', stored);
    await system().settle();
    expect(await stored()).toMatchObject([{ state: 'expired', endedAt: expect.any(Date) }]);
    expect((await stored())[0]).not.toHaveProperty('openFor');
    await takeSteps(holder.context, 'sign-in');
    const fresh = await ask();
    expect(fresh.unlock).toMatchObject({ state: 'waiting' });
    system().clock.advance(29 * DAY_MS);
    await system().settle();
    expect(await stored()).toHaveLength(2);
    system().clock.advance(DAY_MS);
    await system().settle();
    expect(await stored()).toMatchObject([{ state: 'expired' }]);
    expect((await stored())[0]?._id.toHexString()).toBe(fresh.unlock!.id);
  });
});
