import { AppError, ORDER_STATUS_LABELS } from '@acceptance/shared';
import type { OrderRecord } from '../order.model';

/** Whether an order can be paid as it stands, in whatever way. @throws AppError payments.* */
export function refuseUnpayable(order: OrderRecord): void {
  if (!order.project.paymentRequired) {
    throw new AppError('payments.not_required');
  }
  if (order.attempts.some((attempt) => attempt.status === 'paid')) {
    throw new AppError('payments.already_paid');
  }
  if (order.status !== 'approved') {
    throw new AppError('payments.not_payable', { details: { status: ORDER_STATUS_LABELS[order.status] } });
  }
  // Money that does not fit is being looked at: a second payment would make it worse.
  if (order.attempts.some(({ anomaly, status }) => anomaly && status !== 'refunding' && status !== 'refunded')) {
    throw new AppError('payments.being_checked');
  }
}
