import { AppError, type ApplicantType, papersFor } from '@acceptance/shared';
import { Types } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import { findActiveProject, type ProjectModel, presentProject } from '../projects';
import type { OrderModel, OrderRecord } from './order.model';
import { type CounterModel, nextOrderNumber } from './order-number';
import { EMPTY_CONTRACT } from './parts/contract';

const MAX_DRAFTS = 10;
/** Every lost try is a draft that another call has made, of which there are ten. */
const MOST_TRIES = 3 * MAX_DRAFTS;

export interface CreateOrderDependencies {
  readonly orders: OrderModel;
  readonly counters: CounterModel;
  readonly projects: ProjectModel;
}

interface NewOrder {
  readonly accountId: string;
  readonly projectId: string;
  readonly applicantType: ApplicantType;
  readonly clientToken: string;
  readonly now: Date;
}

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

/**
 * Starts a draft. The same `clientToken` answers the same draft, also when two calls race.
 * @throws AppError projects.not_found, projects.not_for_type, orders.too_many_drafts
 */
export async function createOrder(dependencies: CreateOrderDependencies, input: NewOrder): Promise<OrderRecord> {
  const { orders, counters, projects } = dependencies;
  const { accountId, projectId, applicantType, clientToken, now } = input;
  const existing = () => orders.findOne({ accountId, clientToken }).lean<OrderRecord>();
  const before = await existing();
  if (before) {
    return before;
  }
  await findFreeSlot(orders, accountId);
  const project = await findActiveProject(projects, projectId);
  if (!project.applicantTypes.includes(applicantType)) {
    throw new AppError('projects.not_for_type');
  }
  const order: OrderRecord = {
    _id: new Types.ObjectId(),
    revision: 0,
    orderNumber: await nextOrderNumber(counters, project.orderNumberPrefix, now),
    accountId,
    clientToken,
    applicantType,
    project: { ...presentProject(project), attachments: papersFor(project, applicantType) },
    status: 'draft',
    applicant: null,
    unitCheck: null,
    contract: EMPTY_CONTRACT,
    formerContracts: [],
    idCard: { front: null, back: null },
    signature: null,
    formDraft: null,
    form: null,
    deliveryWay: null,
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
    const draft = { ...order, draftSlot: await findFreeSlot(orders, accountId) };
    try {
      await orders.create(draft);
      return draft;
    } catch (error) {
      const winner = isDuplicateKey(error) ? await existing() : null;
      if (winner) {
        return winner;
      }
      if (!isDuplicateKey(error)) {
        throw error;
      }
      // Somebody has taken the slot since it was seen free.
    }
  }
  throw new AppError('orders.too_many_drafts');
}
