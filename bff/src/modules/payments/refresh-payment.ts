import { AppError } from '@acceptance/shared';
import { PortError } from '../../ports/port-error';
import { findOwnOrder, isSettled, type OrderRecord } from '../orders';
import { queryAttempt } from './close-attempt';
import type { PaymentDependencies } from './payment-dependencies';

/**
 * Asks the gateway about what could be paid, for a phone that waits after paying. @throws AppError payments.unavailable
 */
export async function refreshPayment(
  dependencies: PaymentDependencies,
  { accountId, orderId }: { accountId: string; orderId: string },
): Promise<OrderRecord> {
  const order = await findOwnOrder(dependencies.orders, accountId, orderId);
  const open = order.attempts.filter((attempt) => attempt.handedOut && !isSettled(attempt));
  try {
    for (const { outTradeNo } of open) {
      await queryAttempt(dependencies, orderId, outTradeNo);
    }
  } catch (error) {
    throw error instanceof PortError ? new AppError('payments.unavailable', { cause: error }) : error;
  }
  return open.length === 0 ? order : findOwnOrder(dependencies.orders, accountId, orderId);
}
