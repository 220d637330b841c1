import { AppError } from '@acceptance/shared';
import { PortError } from '../../ports/port-error';
import { findOwnOrder, type OrderRecord } from '../orders';
import { isLive } from './new-attempt';
import type { PaymentDependencies } from './payment-dependencies';
import { queryAttempt } from './settle-attempt';

/**
 * Asks the gateway about the live attempt, for a phone that waits after paying. @throws AppError payments.unavailable
 */
export async function refreshPayment(
  dependencies: PaymentDependencies,
  { accountId, orderId }: { accountId: string; orderId: string },
): Promise<OrderRecord> {
  const order = await findOwnOrder(dependencies.orders, accountId, orderId);
  const live = order.attempts.filter(isLive);
  if (live.length === 0) {
    return order;
  }
  try {
    for (const attempt of live) {
      await queryAttempt(dependencies, orderId, attempt.outTradeNo);
    }
  } catch (error) {
    throw error instanceof PortError ? new AppError('payments.unavailable', { cause: error }) : error;
  }
  return findOwnOrder(dependencies.orders, accountId, orderId);
}
