import { type ApplicationForm, endpoints, isLive, maskIdNumber, maskName, maskPhone } from '@acceptance/shared';
import { Types } from 'mongoose';
import { areas } from '../../bff/src/areas';
import { decryptJson, encryptJson } from '../../bff/src/database/encrypted-text';
import type { FieldCipher } from '../../bff/src/database/field-cipher';
import { valuesAt } from '../../bff/src/database/reseal/paths';
import { CONTRACT_DETAILS_PURPOSE, detailsOf } from '../../bff/src/modules/contracts/contract-details';
import { FORM_PURPOSE, findOrder, type OrderRecord, readFormDraft } from '../../bff/src/modules/orders';
import { claimOf } from '../../bff/src/modules/orders/live-claim';
import { nextOrderNumber } from '../../bff/src/modules/orders/order-number';
import { tracesOf } from '../../bff/src/modules/orders/risk/risk-traces';
import { sealPerson } from '../../bff/src/modules/person';
import type { StoryContext } from '../../scripts/story/story-context';
import { newStory, type StoryOptions, type StoryStepId } from '../../scripts/story/walk-story';
import { storedAccount, storedOrder } from './stored-state';
import { nextPerson, takeSteps, walkTo } from './story-people';
import type { TestSystem } from './test-system';

/** What is applied for, and how it is delivered. */
export type OrderVariant = Pick<StoryOptions, 'projectId' | 'applicantType' | 'delivery'>;

/** By the cipher: what was sealed by keys that a restart has taken away is walked anew. */
const originals = new WeakMap<FieldCipher, Map<string, Promise<OrderRecord>>>();

/** The order of somebody who walked the story to a step; walked once for each system, step and variant. */
function originalAt(system: TestSystem, until: StoryStepId, variant: OrderVariant): Promise<OrderRecord> {
  const { cipher } = system.container();
  const known = originals.get(cipher) ?? new Map<string, Promise<OrderRecord>>();
  originals.set(cipher, known);
  const { projectId, applicantType, delivery } = variant;
  const key = JSON.stringify([until, projectId, applicantType, delivery]);
  const walking = known.get(key) ?? walkTo(system, until, variant).then((context) => storedOrder(system, context));
  known.set(key, walking);
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

/** Unit, receiver and applicant of a copy are its person's, and what was agreed to says so. */
export async function makeOwn(
  system: Pick<TestSystem, 'container'>,
  { person }: StoryContext,
  orderId: string,
): Promise<void> {
  const { cipher, orders, contractMaker } = system.container();
  const copied = await findOrder(orders, orderId);
  const draft = readFormDraft(cipher, copied);
  const { unitName: name, unifiedSocialCreditCode, legalRepresentative, idNumber, phone } = person;
  const { delivery } = draft;
  const own = {
    unit: draft.unit && { ...draft.unit, name, unifiedSocialCreditCode, legalRepresentative },
    ...(delivery?.way === 'courier' && { delivery: { ...delivery, receiver: person.name, phone } }),
  };
  const sealed = (form: object) => encryptJson(cipher, { ...form, ...own }, FORM_PURPOSE, orderId);
  const form = copied.form && decryptJson<ApplicationForm>(cipher, copied.form, FORM_PURPOSE, orderId);
  const applicant = copied.applicant && {
    person: sealPerson(cipher, { name: person.name, idNumber, phone }, orderId),
    nameMasked: maskName(person.name),
    idNumberMasked: maskIdNumber(idNumber),
    phoneMasked: maskPhone(phone),
  };
  const set = { formDraft: sealed(draft), ...(form && { form: sealed(form) }), applicant };
  await orders.updateOne({ _id: copied._id }, { $set: set });
  const order = await findOrder(orders, orderId);
  if (isLive(order.status)) {
    await orders.updateOne({ _id: order._id }, { $set: { liveClaim: claimOf(cipher, order, own) } });
  }
  if (order.riskTraces) {
    await orders.updateOne(
      { _id: order._id },
      { $set: { riskTraces: tracesOf(cipher, order, readFormDraft(cipher, order)) } },
    );
  }
  if (order.contract.consent) {
    const { details } = await detailsOf(system.container(), order);
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
export async function copyAt(
  system: TestSystem,
  until: StoryStepId,
  variant: OrderVariant = {},
): Promise<StoryContext> {
  const { liveClaim: _ofTheOriginal, ...original } = await originalAt(system, until, variant);
  const context = await takeSteps(newStory(system.world, { person: nextPerson(), ...variant }), 'sign-in', 'identity');
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

/** A new person whose own application is paid, and a member of staff who is signed in; a copy up to the approval. */
export const paidOrder = async (system: TestSystem, variant: OrderVariant = {}): Promise<StoryContext> =>
  takeSteps(await copyAt(system, 'approve', variant), 'staff-sign-in', 'start-payment', 'pay');
