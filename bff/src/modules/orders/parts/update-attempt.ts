import type { PaymentAttemptStatus } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import type { OutboxEntry } from '../../../database/outbox';
import type { OrderModel, OrderRecord } from '../order.model';
import type { PaymentAttempt } from './attempts';

/** Paths of an attempt's fields for `$set`. Attempts are only ever appended, so that an index never changes. */
export function attemptFields(
  order: OrderRecord,
  outTradeNo: string,
  fields: Partial<PaymentAttempt>,
): Record<string, unknown> {
  const index = order.attempts.findIndex((attempt) => attempt.outTradeNo === outTradeNo);
  if (index < 0) {
    throw new Error('the order has no such payment attempt');
  }
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`attempts.${index}.${name}`, value]));
}

export interface AttemptChange {
  readonly outTradeNo: string;
  readonly from: readonly PaymentAttemptStatus[];
  readonly fields: Partial<PaymentAttempt>;
  readonly jobs?: readonly OutboxEntry[];
}

/** Compare-and-set on one attempt's status; answers whether it was still in one of `from`. */
export async function updateAttempt(
  orders: OrderModel,
  order: OrderRecord,
  { outTradeNo, from, fields, jobs = [] }: AttemptChange,
): Promise<boolean> {
  const update = {
    $set: attemptFields(order, outTradeNo, fields),
    $inc: { revision: 1 },
    ...(jobs.length > 0 && { $push: { outbox: { $each: [...jobs] } } }),
  };
  const result = await orders.updateOne(
    { _id: order._id, attempts: { $elemMatch: { outTradeNo, status: { $in: from } } } },
    update as UpdateQuery<OrderRecord>,
  );
  return result.modifiedCount === 1;
}
