import { AppError } from '@acceptance/shared';
import { PortError } from '../../ports/port-error';
import { isSettled, type OrderRecord } from '../orders';
import { queryAttempt } from './close-attempt';
import type { PaymentDependencies } from './payment-dependencies';

/**
 * Asks the gateway about what could be paid, for a phone that waits after paying. @throws AppError payments.unavailable, and as
 * `find`, which reads the order
 */
export async function refreshPayment<Order extends OrderRecord>(
  dependencies: PaymentDependencies,
  find: () => Promise<Order>,
): Promise<Order> {
  const order = await find();
  const orderId = order._id.toHexString();
  const open = order.attempts.filter((attempt) => attempt.handedOut && !isSettled(attempt));
  try {
    for (const { outTradeNo } of open) {
      await queryAttempt(dependencies, orderId, outTradeNo);
    }
  } catch (error) {
    throw error instanceof PortError ? new AppError('payments.unavailable', { cause: error }) : error;
  }
  return open.length === 0 ? order : find();
}
