import { AppError } from '@acceptance/shared';
import { Types } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import { findActiveProject, type ProjectModel, presentProject } from '../projects';
import type { OrderModel, OrderRecord } from './order.model';
import { type CounterModel, nextOrderNumber } from './order-number';
import { EMPTY_CONTRACT } from './parts/contract';

const MAX_DRAFTS = 10;

export interface CreateOrderDependencies {
  readonly orders: OrderModel;
  readonly counters: CounterModel;
  readonly projects: ProjectModel;
}

interface NewOrder {
  readonly accountId: string;
  readonly projectId: string;
  readonly applicantType: 'person' | 'unit';
  readonly clientToken: string;
  readonly now: Date;
}

/**
 * Starts a draft. The same `clientToken` answers the same draft, also when two calls race.
 * @throws AppError projects.not_found, orders.too_many_drafts
 */
export async function createOrder(dependencies: CreateOrderDependencies, input: NewOrder): Promise<OrderRecord> {
  const { orders, counters, projects } = dependencies;
  const { accountId, projectId, applicantType, clientToken, now } = input;
  const existing = () => orders.findOne({ accountId, clientToken }).lean<OrderRecord>();
  const before = await existing();
  if (before) {
    return before;
  }
  if ((await orders.countDocuments({ accountId, status: 'draft' })) >= MAX_DRAFTS) {
    throw new AppError('orders.too_many_drafts');
  }
  const project = await findActiveProject(projects, projectId);
  const order: OrderRecord = {
    _id: new Types.ObjectId(),
    revision: 0,
    orderNumber: await nextOrderNumber(counters, project.orderNumberPrefix, now),
    accountId,
    clientToken,
    applicantType,
    project: presentProject(project),
    status: 'draft',
    applicant: null,
    contract: EMPTY_CONTRACT,
    idCard: { front: null, back: null },
    signature: null,
    formDraft: null,
    form: null,
    unitName: null,
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
  try {
    await orders.create(order);
    return order;
  } catch (error) {
    const winner = isDuplicateKey(error) ? await existing() : null;
    if (winner) {
      return winner;
    }
    throw error;
  }
}
