import { keyPlaceOf } from '@acceptance/shared';
import { findOrder } from './find-order';
import type { OrderModel, OrderRecord } from './order.model';
import { transitionOrder } from './transition-order';

/** A software certificate: its holder can begin at once. A UKey waits for staff to begin with it. */
export const startsIssuingWhenPaid = ({ deliveryWay }: Pick<OrderRecord, 'deliveryWay'>): boolean =>
  deliveryWay !== null && keyPlaceOf(deliveryWay) === 'software';

/** Job: issuing begins by itself, after the payment or without one. Repeating it changes nothing. */
export async function startIssuing(orders: OrderModel, orderId: string, now: Date): Promise<void> {
  const { project } = await findOrder(orders, orderId);
  const event = project.paymentRequired ? 'start-issuing' : 'start-issuing-unpaid';
  await transitionOrder(orders, { orderId, event, by: { role: 'system', id: null }, now });
}
