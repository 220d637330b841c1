import { AppError } from '@acceptance/shared';
import { Types } from 'mongoose';
import type { JoinedRead } from '../../http/read-alongside';
import type { OrderModel, OrderRecord } from './order.model';
import { UNSHOWN } from './shown-order';

/** An order by id. @throws AppError orders.not_found */
export async function findOrder(orders: OrderModel, orderId: string): Promise<OrderRecord> {
  const order = await orders.findOne({ _id: orderId }).lean<OrderRecord>();
  if (!order) {
    throw new AppError('orders.not_found');
  }
  return order;
}

/** What finds one's own order as it is shown, by the id that its endpoint has checked. */
export const joinOwnOrder = (orders: OrderModel, accountId: string, orderId: string): JoinedRead => ({
  from: orders.collection.collectionName,
  pipeline: [{ $match: { _id: new Types.ObjectId(orderId), accountId } }, { $project: UNSHOWN }],
});

/** One's own order; somebody else's is "not found", so that ids tell nothing. @throws AppError orders.not_found */
export async function findOwnOrder(orders: OrderModel, accountId: string, orderId: string): Promise<OrderRecord> {
  const order = await findOrder(orders, orderId);
  if (order.accountId !== accountId) {
    throw new AppError('orders.not_found');
  }
  return order;
}
