import { AppError, type ApplicantType, type ApplicationFormDraft, type SuccessorKind } from '@acceptance/shared';
import { Types } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import { encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { findOfferedProject, type OfferedProjectsDependencies, projectOfOrder } from '../projects';
import { refuseOwnSecond } from './live-claim';
import { FORM_PURPOSE, type OrderModel, type OrderOrigin, type OrderRecord } from './order.model';
import { type CounterModel, nextOrderNumber } from './order-number';
import { EMPTY_CONTRACT } from './parts/contract';

const MAX_DRAFTS = 10;
/** Every lost try is a draft that another call has made, of which there are ten. */
const MOST_TRIES = 3 * MAX_DRAFTS;

export interface CreateOrderDependencies extends OfferedProjectsDependencies {
  readonly orders: OrderModel;
  readonly counters: CounterModel;
  readonly cipher: FieldCipher;
}

/** What an order begins with that follows a certificate. */
export interface SuccessorStart {
  readonly kind: SuccessorKind;
  readonly origin: OrderOrigin;
  /** Of the order that the certificate came from. */
  readonly form: ApplicationFormDraft;
}

interface NewOrder {
  readonly accountId: string;
  readonly projectId: string;
  readonly applicantType: ApplicantType;
  readonly clientToken: string;
  readonly now: Date;
  /** Absent: a first certificate. */
  readonly successor?: SuccessorStart;
  /** What was typed for an order before, where nothing else carries over. */
  readonly form?: ApplicationFormDraft;
}

/** What of a new order says which certificate it follows, with the form filled in as it was. */
function begunWith(cipher: FieldCipher, _id: Types.ObjectId, { successor, form = successor?.form }: NewOrder) {
  return {
    ...(successor
      ? { kind: successor.kind, origin: successor.origin, certificateInWork: successor.origin.certificateId }
      : { kind: 'new' as const, origin: null }),
    formDraft: form ? encryptJson(cipher, form, FORM_PURPOSE, _id.toHexString()) : null,
    deliveryWay: form?.delivery?.way ?? null,
  };
}

/** @throws AppError certificates.in_work when another order has begun with the certificate */
async function refuseInWork(orders: OrderModel, successor?: SuccessorStart): Promise<void> {
  const other = successor && (await findOrderInWork(orders, successor.origin.certificateId));
  if (other) {
    throw new AppError('certificates.in_work', { details: { orderNumber: other.orderNumber } });
  }
}

/** The order that has begun with a certificate and is not over. */
export const findOrderInWork = (orders: OrderModel, certificateId: string): Promise<OrderRecord | null> =>
  orders.findOne({ certificateInWork: certificateId }).lean<OrderRecord | null>();

/**
 * The lowest slot that no draft has. That it is still free is decided by the insert itself: the index on account and slot
 * holds drafts only, so that a slot is taken and given back by the very write that makes, submits or deletes a draft,
 * and a crash leaves nothing to be counted right again.
 * @throws AppError orders.too_many_drafts
 */
async function findFreeSlot(orders: OrderModel, accountId: string): Promise<number> {
  const drafts = await orders
    .find({ accountId, status: 'draft' }, { draftSlot: 1 })
    .lean<Pick<OrderRecord, '_id' | 'draftSlot'>[]>();
  if (drafts.length >= MAX_DRAFTS) {
    throw new AppError('orders.too_many_drafts');
  }
  const taken = new Set(drafts.map(({ draftSlot }) => draftSlot));
  let slot = 0;
  while (taken.has(slot)) {
    slot += 1;
  }
  return slot;
}

/** Where it is known already for whom it will be. @throws AppError orders.live_application */
async function refuseSecond(dependencies: CreateOrderDependencies, wish: NewOrder): Promise<void> {
  const { accountId, projectId, applicantType, successor, form = successor?.form } = wish;
  const creditCode = form?.unit?.unifiedSocialCreditCode ?? null;
  if (applicantType === 'person' || creditCode) {
    await refuseOwnSecond(dependencies, { accountId, projectId, creditCode });
  }
}

/**
 * Starts a draft. The same `clientToken` answers the same draft, also when two calls race.
 * @throws AppError projects.not_found, projects.not_for_type, orders.too_many_drafts, orders.live_application, certificates.in_work
 */
export async function createOrder(dependencies: CreateOrderDependencies, input: NewOrder): Promise<OrderRecord> {
  const { orders } = dependencies;
  const before = await orderOfCall(orders, input);
  if (before) {
    return before;
  }
  try {
    return await insertOrder(dependencies, input);
  } catch (error) {
    // What stands in the way, the certificate in work or the last place for a draft, may be this very call, made twice.
    const winner = error instanceof AppError ? await orderOfCall(orders, input) : null;
    if (winner) {
      return winner;
    }
    throw error;
  }
}

const orderOfCall = (orders: OrderModel, { accountId, clientToken }: NewOrder): Promise<OrderRecord | null> =>
  orders.findOne({ accountId, clientToken }).lean<OrderRecord>();

async function insertOrder(dependencies: CreateOrderDependencies, input: NewOrder): Promise<OrderRecord> {
  const { orders, counters, cipher } = dependencies;
  const { accountId, projectId, applicantType, clientToken, now, successor } = input;
  await refuseInWork(orders, successor);
  await refuseSecond(dependencies, input);
  const free = await findFreeSlot(orders, accountId);
  const project = await findOfferedProject(dependencies, projectId);
  if (!project.applicantTypes.includes(applicantType)) {
    throw new AppError('projects.not_for_type');
  }
  const _id = new Types.ObjectId();
  const order: OrderRecord = {
    _id,
    ...begunWith(cipher, _id, input),
    revision: 0,
    orderNumber: await nextOrderNumber(counters, project.orderNumberPrefix, now),
    accountId,
    clientToken,
    applicantType,
    project: projectOfOrder(project, applicantType, successor?.kind ?? 'new'),
    status: 'draft',
    applicant: null,
    unitCheck: null,
    contract: EMPTY_CONTRACT,
    formerContracts: [],
    idCard: { front: null, back: null },
    signature: null,
    form: null,
    attachments: [],
    reviewMarks: [],
    rejectionReason: null,
    reviewPromisedBy: null,
    attempts: [],
    notificationIds: [],
    history: [{ at: now, event: 'create', from: null, to: 'draft', by: { role: 'applicant', id: accountId } }],
    outbox: [],
    createdAt: now,
    submittedAt: null,
  };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const draft = { ...order, draftSlot: tries === 0 ? free : await findFreeSlot(orders, accountId) };
    try {
      await orders.create(draft);
      return draft;
    } catch (error) {
      const winner = isDuplicateKey(error) ? await orderOfCall(orders, input) : null;
      if (winner) {
        return winner;
      }
      if (!isDuplicateKey(error)) {
        throw error;
      }
      await refuseInWork(orders, successor);
      // Somebody has taken the slot since it was seen free.
    }
  }
  throw new AppError('orders.too_many_drafts');
}
