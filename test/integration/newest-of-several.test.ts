import { endpoints } from '@acceptance/shared';
import { mongo } from 'mongoose';
import { softwareHolder, ukeyHolder } from '../support/certificate-holders';
import { startFaceCheck } from '../support/face-checking';
import { readIdentityState, requestCheck, unproved } from '../support/identity-checking';
import { freshPhone, requestPhoneChange } from '../support/phone-changing';
import { meet, paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const MINUTE_MS = 60_000;

interface Before {
  readonly collection: string;
  /** When it was asked for. */
  readonly time: 'askedAt' | 'requestedAt' | 'startedAt';
  readonly state: string;
  /** What an index lets no two have. */
  readonly own?: Readonly<Record<string, string>>;
}

/**
 * One that was over before the only one of a collection began, though its id is greater: of two that are made in one second, by two
 * processes or by the server, any may have the greater id.
 */
async function addOneBefore({ collection, time, state, own = {} }: Before): Promise<void> {
  const records = system().container().connection.collection(collection);
  const { openFor, ...record } = (await records.findOne({}))!;
  expect(openFor).toEqual(expect.any(String));
  const _id = new mongo.ObjectId('f'.repeat(24));
  const at = new Date(record[time].getTime() - MINUTE_MS);
  await records.insertOne({ ...record, ...own, _id, state, [time]: at, ...(record.outbox && { outbox: [] }) });
}

interface Asked {
  /** What is told of it. */
  read(): Promise<unknown>;
}

const kinds: readonly (readonly [string, Before, () => Promise<Asked>])[] = [
  [
    'request for a new PIN',
    { collection: 'ukey_unlocks', time: 'askedAt', state: 'cancelled' },
    async () => {
      const { context, certificate } = await ukeyHolder(system());
      const params = { certificateId: certificate.id };
      await context.applicant.call(endpoints.ukeyUnlocks.requestUnlock, { params });
      return { read: () => context.applicant.call(endpoints.ukeyUnlocks.readUnlock, { params }) };
    },
  ],
  [
    'change of number',
    { collection: 'phone_changes', time: 'requestedAt', state: 'objected', own: { receiptHash: 'another' } },
    async () => {
      const { applicant, person } = await meet(system(), 'sign-in', 'identity');
      await requestPhoneChange(system(), person, freshPhone());
      return { read: () => applicant.call(endpoints.phoneChanges.readOwnChange, {}) };
    },
  ],
  [
    'check of a face',
    { collection: 'face_checks', time: 'startedAt', state: 'failed' },
    async () => {
      const context = await meet(system(), 'sign-in');
      await startFaceCheck(context);
      return { read: () => readIdentityState(context) };
    },
  ],
  [
    'check by staff',
    { collection: 'identity_checks', time: 'requestedAt', state: 'refused' },
    async () => {
      const context = await unproved(system());
      await requestCheck(context);
      return { read: () => readIdentityState(context) };
    },
  ],
];

describe('what is told of several', () => {
  it.each(kinds)('is the open %s, whichever id is greater', async (_, before, ask) => {
    const { read } = await ask();
    const told = await read();
    await addOneBefore(before);
    expect(await read()).toEqual(told);
  });

  it('is the certificate of an order that is in force, whichever id is greater', async () => {
    const { connection } = system().container();
    await connection.collection('certificates').deleteMany({});
    const { context } = await softwareHolder(system());
    const read = () => context.applicant.call(endpoints.certificates.readIssuing, { params: paramsOf(context) });
    const told = await read();
    const own = { publicKeySha256: '0'.repeat(64), keyClaim: '0'.repeat(64), serialNumber: '1' };
    await addOneBefore({ collection: 'certificates', time: 'requestedAt', state: 'revoked', own });
    expect(await read()).toEqual(told);
  });
});
