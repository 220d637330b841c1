import { randomBytes } from 'node:crypto';
import { endpoints, TERMS_VERSION } from '@acceptance/shared';
import { Types } from 'mongoose';
import { hashPassword } from '../../bff/src/modules/auth';
import type { OrderRecord } from '../../bff/src/modules/orders';
import { nextOrderNumber } from '../../bff/src/modules/orders/order-number';
import type { DemoSystem } from '../../scripts/demo/start-demo-system';
import { startApplication, verifyIdentity } from '../../scripts/story/application-steps';
import { makePerson } from '../../scripts/story/people';
import { orderOf, type StoryContext, type StoryWorld } from '../../scripts/story/story-context';
import { newStory, walkStory } from '../../scripts/story/walk-story';
import { makeOwn, sealedFor } from '../support/order-copies';

export const PASSWORD = 'correct horse battery';

export interface BenchPerson {
  readonly phone: string;
  readonly deviceId: string;
  readonly accessToken: string;
  /** A draft to upload to, and one that is ready to be signed. */
  readonly draftId: string;
  readonly readyId: string;
}

const worldOf = (system: DemoSystem): StoryWorld => ({
  origin: system.origin,
  standIns: system.standIns,
  staffPassword: system.staffPassword,
  settle: () => system.container().dispatcher.drain(),
});

/** Everybody comes from one address here. */
const forgetRateLimits = (system: DemoSystem) => system.container().connection.collection('rate_counts').deleteMany({});

/** Signs in by code, after which the device is trusted. */
async function signIn({ world, person, applicant }: StoryContext, deviceId: string) {
  const { phone } = person;
  await applicant.call(endpoints.auth.requestSmsCode, { body: { phone } });
  const code = world.standIns.tencentCloud.sms(phone)[0]?.code ?? '';
  const body = { phone, code, acceptedTermsVersion: TERMS_VERSION, deviceId };
  const session = await applicant.call(endpoints.auth.signInWithSmsCode, { body });
  applicant.accessToken = session.accessToken;
  return { accountId: session.account.id, accessToken: session.accessToken };
}

/** Somebody's application that stands before the signing, as a draft of another person. */
async function copyFor(
  system: DemoSystem,
  ready: OrderRecord,
  { accountId, context }: { accountId: string; context: StoryContext },
): Promise<string> {
  const { orders, counters } = system.container();
  const _id = new Types.ObjectId();
  const [prefix = ''] = ready.orderNumber.split('-');
  const orderNumber = await nextOrderNumber(counters, prefix, new Date());
  await orders.create({ ...ready, _id, accountId, orderNumber, draftSlot: 9, clientToken: `bench-${_id}`, outbox: [] });
  await orders.updateOne({ _id }, { $set: sealedFor(system, ready, _id) });
  await makeOwn(system, context, _id.toHexString());
  return _id.toHexString();
}

/** People who are verified and signed in on a device that is trusted, each with a password and two drafts. */
export async function makePeople(system: DemoSystem, count: number): Promise<BenchPerson[]> {
  const world = worldOf(system);
  const { orders, accounts } = system.container();
  await walkStory(world, { person: makePerson(1), until: 'signature' });
  const ready = (await orders.findOne().lean<OrderRecord>()) as OrderRecord;
  const people: BenchPerson[] = [];
  for (let index = 0; index < count; index += 1) {
    await forgetRateLimits(system);
    const context = newStory(world, { person: makePerson(index + 2) });
    const deviceId = randomBytes(32).toString('base64url');
    const { accountId, accessToken } = await signIn(context, deviceId);
    await startApplication(context);
    await verifyIdentity(context);
    const readyId = await copyFor(system, ready, { accountId, context });
    people.push({ phone: context.person.phone, deviceId, accessToken, draftId: orderOf(context).id, readyId });
  }
  const hash = await hashPassword(PASSWORD);
  await accounts.updateMany({}, { $set: { password: { hash, setAt: new Date() } } });
  await forgetRateLimits(system);
  return people;
}
