import { AppError } from '@acceptance/shared';
import type { OrderModel, OrderRecord } from './order.model';

/** An order by id. @throws AppError orders.not_found */
export async function findOrder(orders: OrderModel, orderId: string): Promise<OrderRecord> {
  const order = await orders.findOne({ _id: orderId }).lean<OrderRecord>();
  if (!order) {
    throw new AppError('orders.not_found');
  }
  return order;
}

/** One's own order; somebody else's is "not found", so that ids tell nothing. @throws AppError orders.not_found */
export async function findOwnOrder(orders: OrderModel, accountId: string, orderId: string): Promise<OrderRecord> {
  const order = await findOrder(orders, orderId);
  if (order.accountId !== accountId) {
    throw new AppError('orders.not_found');
  }
  return order;
}
