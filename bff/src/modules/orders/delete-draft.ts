import { AppError, ORDER_STATUS_LABELS } from '@acceptance/shared';
import { refuseUneditable } from './edit-order';
import { findOwnOrder } from './find-order';
import type { OrderModel } from './order.model';

/**
 * Deletes a draft that was never submitted. Repeating it answers "not found".
 * @throws AppError orders.not_found, orders.not_editable
 */
export async function deleteDraft(
  orders: OrderModel,
  { accountId, orderId }: { accountId: string; orderId: string },
): Promise<void> {
  const deleted = await orders.deleteOne({ _id: orderId, accountId, status: 'draft' });
  if (deleted.deletedCount === 0) {
    const order = await findOwnOrder(orders, accountId, orderId);
    refuseUneditable(order);
    throw new AppError('orders.not_editable', { details: { status: ORDER_STATUS_LABELS[order.status] } });
  }
}
