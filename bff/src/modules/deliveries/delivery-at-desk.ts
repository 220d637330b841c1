import { findSubmittedOrder } from '../staff';
import type { DeliveryRecord } from './delivery.model';
import { findDeliveryOfOrder } from './find-deliveries';
import type { DeskDependencies } from './send-parcel';

/** The delivery of an order that a clerk may act on: nobody does on their own. @throws AppError orders.not_found, staff.own_order, deliveries.not_ready */
export async function deliveryAtDesk(
  needs: Pick<DeskDependencies, 'deliveries' | 'orders' | 'refuseOwnOrder'>,
  orderId: string,
  staffId: string,
): Promise<DeliveryRecord> {
  await findSubmittedOrder(needs.orders, orderId);
  await needs.refuseOwnOrder(staffId, orderId);
  return findDeliveryOfOrder(needs.deliveries, orderId);
}
