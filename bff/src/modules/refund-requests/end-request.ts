import { AppError, type RefundAsker } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { keepTrying } from '../../database/keep-trying';
import { outboxEntry } from '../../database/outbox';
import { noteAct } from '../../http/act-notes';
import {
  ORDER_NOTICE_JOBS,
  type OrderModel,
  type OrderRecord,
  type RefundRequest,
  refundRequestsOf,
  refundTaskEnd,
} from '../orders';

/** One request of an order by its number. @throws AppError refunds.not_found */
export function requestOf(order: OrderRecord, number: number): RefundRequest {
  const request = refundRequestsOf(order)[number - 1];
  if (!request) {
    throw new AppError('refunds.not_found');
  }
  return request;
}

interface End {
  readonly number: number;
  readonly fields: Partial<RefundRequest>;
  readonly now: Date;
  /** What is told to the applicant; null: it is their own act. */
  readonly tell: 'reject' | 'withdraw' | null;
  readonly closedBy: string | null;
}

/** Ends a request that waits, where nobody was faster; the order goes on as if nobody had asked. */
export function endRequest(
  orders: OrderModel,
  order: OrderRecord,
  { number, fields, now, tell, closedBy }: End,
): Promise<OrderRecord | null> {
  const path = `refundRequests.${number - 1}`;
  const told = tell ? [outboxEntry(ORDER_NOTICE_JOBS.tellRefund, now, { event: tell })] : [];
  const update = {
    $set: Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${path}.${name}`, value])),
    $unset: { refundAskedAt: 1 },
    $inc: { revision: 1 },
    $push: { outbox: { $each: [refundTaskEnd(fields.state ?? 'ended', now, closedBy), ...told] } },
  };
  return orders
    .findOneAndUpdate(
      { _id: order._id, revision: order.revision, [`${path}.state`]: 'waiting' },
      update as UpdateQuery<OrderRecord>,
      { returnDocument: 'after' },
    )
    .lean<OrderRecord>();
}

interface Withdrawal {
  readonly load: () => Promise<OrderRecord>;
  readonly by: { readonly role: RefundAsker; readonly id: string };
  readonly number: number;
  readonly now: Date;
}

/**
 * Whoever asked takes it back until it is decided; again, it stays so.
 * @throws AppError refunds.not_found, refunds.not_yours, refunds.decided, request.conflict, and as `load`
 */
export const withdrawRefund = (orders: OrderModel, { load, by, number, now }: Withdrawal): Promise<OrderRecord> =>
  keepTrying(async () => {
    const order = await load();
    const { state, askedBy } = requestOf(order, number);
    noteAct({ number });
    if (askedBy.role !== by.role || askedBy.id !== by.id) {
      throw new AppError('refunds.not_yours');
    }
    if (state === 'withdrawn') {
      return order;
    }
    if (state !== 'waiting') {
      throw new AppError('refunds.decided');
    }
    const isOfFinance = by.role === 'finance';
    return endRequest(orders, order, {
      number,
      fields: { state: 'withdrawn', endedAt: now },
      now,
      tell: isOfFinance ? 'withdraw' : null,
      closedBy: isOfFinance ? by.id : null,
    });
  });
