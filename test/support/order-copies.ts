import { type ApplicationForm, endpoints, isLive } from '@acceptance/shared';
import { Types } from 'mongoose';
import { areas } from '../../bff/src/areas';
import { decryptJson, encryptJson } from '../../bff/src/database/encrypted-text';
import { valuesAt } from '../../bff/src/database/reseal/paths';
import { CONTRACT_DETAILS_PURPOSE, detailsOf } from '../../bff/src/modules/contracts/contract-details';
import { FORM_PURPOSE, findOrder, type OrderRecord, readFormDraft } from '../../bff/src/modules/orders';
import { claimOf } from '../../bff/src/modules/orders/live-claim';
import { nextOrderNumber } from '../../bff/src/modules/orders/order-number';
import type { StoryContext } from '../../scripts/story/story-context';
import type { StoryStepId } from '../../scripts/story/walk-story';
import { storedAccount, storedOrder } from './stored-state';
import { meet, walkTo } from './story-people';
import type { TestSystem } from './test-system';

const originals = new WeakMap<TestSystem, Map<StoryStepId, Promise<OrderRecord>>>();

/** The order of somebody who walked the story to a step; walked once for each system and step. */
function originalAt(system: TestSystem, until: StoryStepId): Promise<OrderRecord> {
  const known = originals.get(system) ?? new Map<StoryStepId, Promise<OrderRecord>>();
  originals.set(system, known);
  const walking = known.get(until) ?? walkTo(system, until).then((context) => storedOrder(system, context));
  known.set(until, walking);
  return walking;
}

/** What is sealed in an order is sealed for it: a copy has envelopes of its own. */
export function sealedFor(
  system: Pick<TestSystem, 'container'>,
  original: OrderRecord,
  _id: Types.ObjectId,
): Record<string, string> {
  const { cipher } = system.container();
  const set = areas
    .flatMap(({ sealed = [] }) => sealed.filter(({ collection }) => collection === 'orders'))
    .flatMap(({ envelopes = {} }) => Object.entries(envelopes))
    .flatMap(([pattern, purpose]) =>
      valuesAt(original, pattern).map(([path, value]): [string, string] => {
        const text = cipher.decryptText(String(value), purpose, original._id.toHexString());
        return [path, cipher.encryptText(text, purpose, _id.toHexString())];
      }),
    );
  return Object.fromEntries(set);
}

/** The unit of a copy is its person's, and what was agreed to says so. */
async function makeOwn(system: TestSystem, { person }: StoryContext, orderId: string): Promise<void> {
  const { cipher, orders, contractMaker } = system.container();
  const order = await findOrder(orders, orderId);
  const draft = readFormDraft(cipher, order);
  const { unitName: name, unifiedSocialCreditCode, legalRepresentative } = person;
  const unit = draft.unit && { ...draft.unit, name, unifiedSocialCreditCode, legalRepresentative };
  const sealed = (form: object) => encryptJson(cipher, { ...form, unit }, FORM_PURPOSE, orderId);
  const form = order.form && decryptJson<ApplicationForm>(cipher, order.form, FORM_PURPOSE, orderId);
  const own = {
    formDraft: sealed(draft),
    ...(form && { form: sealed(form) }),
    ...(isLive(order.status) && { liveClaim: claimOf(cipher, order, { unit }) }),
  };
  await orders.updateOne({ _id: order._id }, { $set: own });
  if (order.contract.consent) {
    const { details } = await detailsOf(system.container(), await findOrder(orders, orderId));
    const consent = {
      ...order.contract.consent,
      detailsSha256: contractMaker.detailsSha256(details),
      details: encryptJson(cipher, details, CONTRACT_DETAILS_PURPOSE, orderId),
    };
    await orders.updateOne({ _id: order._id }, { $set: { 'contract.consent': consent } });
  }
}

/**
 * A new, signed-in and verified person with an application of their own that stands where the story stands after `until`.
 * The application is a copy (photos and contract are those of its original), because walking the story takes a second.
 */
export async function copyAt(system: TestSystem, until: StoryStepId): Promise<StoryContext> {
  const { liveClaim: _ofTheOriginal, ...original } = await originalAt(system, until);
  const context = await meet(system, 'sign-in', 'identity');
  const { orders, counters } = system.container();
  const _id = new Types.ObjectId();
  const [prefix = ''] = original.orderNumber.split('-');
  await orders.create({
    ...original,
    _id,
    accountId: (await storedAccount(system, context))._id.toHexString(),
    clientToken: `copy-${_id.toHexString()}`,
    orderNumber: await nextOrderNumber(counters, prefix, system.clock.now()),
    outbox: [],
  });
  await orders.updateOne({ _id }, { $set: sealedFor(system, original, _id) });
  await makeOwn(system, context, _id.toHexString());
  context.order = await context.applicant.call(endpoints.orders.readOrder, { params: { orderId: _id.toHexString() } });
  return context;
}
