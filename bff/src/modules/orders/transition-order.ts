import {
  AppError,
  ORDER_STATUS_LABELS,
  type OrderConsequence,
  type OrderEvent,
  transitionOf,
} from '@acceptance/shared';
import type { QueryFilter, UpdateQuery } from 'mongoose';
import { type OutboxEntry, outboxEntry } from '../../database/outbox';
import { findOrder } from './find-order';
import type { OrderActorReference, OrderModel, OrderRecord } from './order.model';
import { CONSEQUENCE_JOBS } from './order-jobs';

export interface OrderTransitionRequest {
  readonly orderId: string;
  readonly event: OrderEvent;
  readonly by: OrderActorReference;
  readonly now: Date;
  /** The revision that the decision was made on; absent when the event does not depend on what was seen. */
  readonly revision?: number;
  readonly where?: QueryFilter<OrderRecord>;
  readonly set?: UpdateQuery<OrderRecord>['$set'];
  /** Jobs beyond the consequences that the table names. */
  readonly jobs?: readonly OutboxEntry[];
}

/** Consequences of the table that become jobs; `start-issuing` only where nothing is to be paid. */
const consequenceApplies = (consequence: OrderConsequence, order: OrderRecord): boolean =>
  consequence !== 'start-issuing' || !order.project.paymentRequired;

/**
 * The only writer of an order's `status`: compare-and-set on status and revision, pushing history and outbox in the same
 * update. Already there by the same event → success (a repeated call).
 * @throws AppError orders.not_found, orders.transition_not_allowed, request.conflict (the order changed since `revision`)
 */
export async function transitionOrder(orders: OrderModel, request: OrderTransitionRequest): Promise<OrderRecord> {
  const { orderId, event, by, now, revision, where = {}, set = {}, jobs = [] } = request;
  const row = transitionOf(event);
  const order = await findOrder(orders, orderId);
  if (isDoneBy(order, event, row.to)) {
    return order;
  }
  if (!row.from.includes(order.status) || !row.by.includes(by.role)) {
    throw new AppError('orders.transition_not_allowed', { details: { status: ORDER_STATUS_LABELS[order.status] } });
  }
  if (revision !== undefined && order.revision !== revision) {
    throw new AppError('request.conflict');
  }
  const consequences = row.consequences
    .filter((consequence) => consequenceApplies(consequence, order))
    .flatMap((consequence) => CONSEQUENCE_JOBS[consequence])
    .map((job) => outboxEntry(job, now, { event }));
  const history = { at: now, event, from: order.status, to: row.to, by };
  const filter = { ...where, _id: order._id, status: order.status, revision: order.revision };
  const update = {
    $set: { ...set, status: row.to },
    $inc: { revision: 1 },
    $push: { history, outbox: { $each: [...consequences, ...jobs] } },
  };
  const changed = await orders
    .findOneAndUpdate(filter as QueryFilter<OrderRecord>, update as UpdateQuery<OrderRecord>, {
      returnDocument: 'after',
    })
    .lean<OrderRecord>();
  return changed ?? afterLostRace(orders, request, row.to);
}

const isDoneBy = (order: OrderRecord, event: OrderEvent, to: OrderRecord['status']): boolean => {
  const last = order.history.filter((entry) => entry.from !== entry.to).at(-1);
  return order.status === to && last?.event === event;
};

async function afterLostRace(
  orders: OrderModel,
  { orderId, event, revision }: OrderTransitionRequest,
  to: OrderRecord['status'],
): Promise<OrderRecord> {
  const order = await findOrder(orders, orderId);
  if (isDoneBy(order, event, to)) {
    return order;
  }
  if (revision !== undefined) {
    throw new AppError('request.conflict');
  }
  throw new AppError('orders.transition_not_allowed', { details: { status: ORDER_STATUS_LABELS[order.status] } });
}
