import { outboxEntry } from '../../database/outbox';
import { ORDER_SHIPPING_JOBS, type OrderModel } from '../orders';

/**
 * Has WeChat told what it is to know now: a number was corrected, a returned parcel was sent again. It takes one such change;
 * the next one is a task. Repeating it tells nothing twice, and of an order without such a payment nothing is told.
 */
export async function tellShippingAnew(orders: OrderModel, orderId: string, now: Date): Promise<void> {
  await orders.updateOne({ _id: orderId }, { $push: { outbox: outboxEntry(ORDER_SHIPPING_JOBS.reportShipping, now) } });
}
