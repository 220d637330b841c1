import { isDeepStrictEqual } from 'node:util';
import {
  AppError,
  isFinal,
  isLive,
  ORDER_STATUS_LABELS,
  type OrderConsequence,
  type OrderEvent,
  type OrderStatus,
  transitionOf,
} from '@acceptance/shared';
import type { QueryFilter, UpdateQuery } from 'mongoose';
import { type OutboxEntry, outboxEntry } from '../../database/outbox';
import { endOfReview } from './check-promise';
import { completionInTime, isDownloaded } from './complete-in-time';
import { findOrder } from './find-order';
import type { OrderActorReference, OrderModel, OrderRecord } from './order.model';
import { dutyOf } from './order-duty';
import { CONSEQUENCE_JOBS } from './order-jobs';
import { endOfLateness } from './order-lateness';
import { paidByWechat } from './parts/attempts';
import { endOfTransferCheck } from './parts/transfer';
import { endOfRefundRequest } from './refund/end-of-request';
import { startsIssuingWhenPaid } from './start-issuing';

export interface OrderTransitionRequest {
  readonly orderId: string;
  /**
   * As it was read by who decides upon it; absent: read here. What has changed since is a lost race, so that only who names a
   * `revision` or looks again after it gives it.
   */
  readonly order?: OrderRecord;
  readonly event: OrderEvent;
  readonly by: OrderActorReference;
  readonly now: Date;
  /** The revision that the decision was made on; absent when the event does not depend on what was seen. */
  readonly revision?: number;
  readonly where?: QueryFilter<OrderRecord>;
  readonly set?: UpdateQuery<OrderRecord>['$set'];
  /**
   * What a person has decided besides the event; it is written. With it a call is a repeated one only when the same
   * person has decided the same: what somebody else decided must not look like one's own decision.
   */
  readonly decision?: Readonly<Partial<OrderRecord>>;
  /** Jobs beyond the consequences that the table names. */
  readonly jobs?: readonly OutboxEntry[];
}

/**
 * Consequences of the table that become jobs. Issuing starts by itself when nothing more is to be paid and nobody has to
 * take a token out of a drawer for it. What is downloaded needs nobody to deliver it, and of what is downloaded or fetched
 * nobody is told that it was sent.
 */
function consequenceApplies(consequence: OrderConsequence, order: OrderRecord, event: OrderEvent): boolean {
  switch (consequence) {
    case 'start-issuing':
      return event === 'approve' ? !order.project.paymentRequired : startsIssuingWhenPaid(order);
    case 'notify-sent':
      return order.deliveryWay === 'courier';
    case 'report-shipping':
      return paidByWechat(order) !== null;
    case 'prepare-invoice':
    case 'undo-invoice':
      return order.project.invoiceOffered;
    case 'prepare-delivery':
    case 'end-delivery':
      return !isDownloaded(order);
    default:
      return true;
  }
}

/** What an order holds that it must not hold any longer in its new status. */
const givenBack = (to: OrderStatus) => ({
  reviewClaim: 1,
  ...(isFinal(to) && { certificateInWork: 1 }),
  ...(!isLive(to) && { liveClaim: 1 }),
  ...(to === 'refunding' && { refundAskedAt: 1 }),
});

/**
 * The only writer of an order's `status`: compare-and-set on status and revision, pushing history and outbox in the same
 * update. Already there by the same event → success (a repeated call); a decision is repeated only by who made it, alike.
 * @throws AppError orders.not_found, orders.transition_not_allowed, request.conflict (the order changed since `revision`,
 * or was decided upon by somebody else or otherwise)
 */
export async function transitionOrder(orders: OrderModel, request: OrderTransitionRequest): Promise<OrderRecord> {
  const { orderId, event, by, now, revision, where = {}, set = {}, decision = {}, jobs = [] } = request;
  const row = transitionOf(event);
  const order = request.order ?? (await findOrder(orders, orderId));
  if (isDoneBy(order, request, row.to)) {
    return order;
  }
  if (!row.from.includes(order.status) || !row.by.includes(by.role)) {
    throw new AppError('orders.transition_not_allowed', { details: { status: ORDER_STATUS_LABELS[order.status] } });
  }
  if (revision !== undefined && order.revision !== revision) {
    throw new AppError('request.conflict');
  }
  const consequences = row.consequences
    .filter((consequence) => consequenceApplies(consequence, order, event))
    .flatMap((consequence) => CONSEQUENCE_JOBS[consequence])
    .map((job) => outboxEntry(job, now, { event }));
  const refund = endOfRefundRequest(order, row.to, now);
  const further = [
    ...endOfReview(order, event, now),
    ...endOfLateness(order, event, now),
    ...endOfTransferCheck(order, event, now),
    ...completionInTime(order, event, now),
    ...refund.jobs,
  ];
  const duty = dutyOf(order, row.to, now);
  const history = { at: now, event, from: order.status, to: row.to, by };
  const filter = { ...where, _id: order._id, status: order.status, revision: order.revision };
  const update = {
    $set: { ...set, ...decision, ...duty.set, ...refund.set, status: row.to },
    $unset: { ...givenBack(row.to), ...duty.unset, ...refund.unset },
    $inc: { revision: 1 },
    $push: { history, outbox: { $each: [...consequences, ...jobs, ...further] } },
  };
  const changed = await orders
    .findOneAndUpdate(filter as QueryFilter<OrderRecord>, update as UpdateQuery<OrderRecord>, {
      returnDocument: 'after',
    })
    .lean<OrderRecord>();
  return changed ?? afterLostRace(orders, request, row.to);
}

/** As it comes back from the database: without members that are undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function isSameDecision(order: OrderRecord, decision: Readonly<Partial<OrderRecord>>): boolean {
  const decided = Object.fromEntries(Object.keys(decision).map((name) => [name, order[name as keyof OrderRecord]]));
  return isDeepStrictEqual(plain(decided), plain(decision));
}

/** Whether the event has happened by an earlier call of the same. @throws AppError request.conflict for another decision */
function isDoneBy(order: OrderRecord, { event, by, decision }: OrderTransitionRequest, to: OrderRecord['status']) {
  const last = order.history.filter((entry) => entry.from !== entry.to).at(-1);
  if (order.status !== to || last?.event !== event) {
    return false;
  }
  if (decision && (last.by.id !== by.id || !isSameDecision(order, decision))) {
    throw new AppError('request.conflict');
  }
  return true;
}

async function afterLostRace(
  orders: OrderModel,
  request: OrderTransitionRequest,
  to: OrderRecord['status'],
): Promise<OrderRecord> {
  const order = await findOrder(orders, request.orderId);
  if (isDoneBy(order, request, to)) {
    return order;
  }
  if (request.revision !== undefined) {
    throw new AppError('request.conflict');
  }
  throw new AppError('orders.transition_not_allowed', { details: { status: ORDER_STATUS_LABELS[order.status] } });
}
