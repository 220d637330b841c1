import { AppError, availableEvents } from '@acceptance/shared';
import { keepTrying } from '../../database/keep-trying';
import { findOwnOrder } from './find-order';
import type { OrderModel, OrderRecord } from './order.model';
import { transitionOrder } from './transition-order';

const isCancellable = ({ status, project }: OrderRecord): boolean =>
  availableEvents({ status, paymentRequired: project.paymentRequired }, 'applicant').includes('cancel');

const isRefused = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'orders.transition_not_allowed';

/**
 * The applicant ends their application, for good. What could still be paid is closed by a job of the same write; money
 * that comes all the same goes back by itself (`payments/apply-trade.ts`). Cancelling again answers the same.
 * @throws AppError orders.not_found, orders.transition_not_allowed, request.conflict
 */
export async function cancelOrder(
  orders: OrderModel,
  { accountId, orderId, now }: { accountId: string; orderId: string; now: Date },
): Promise<OrderRecord> {
  const request = { orderId, event: 'cancel', by: { role: 'applicant', id: accountId }, now } as const;
  await findOwnOrder(orders, accountId, orderId);
  return keepTrying(async () => {
    try {
      return await transitionOrder(orders, request);
    } catch (error) {
      // Something else of the order was written meanwhile; its status may allow it still.
      if (!isRefused(error) || !isCancellable(await findOwnOrder(orders, accountId, orderId))) {
        throw error;
      }
      return null;
    }
  });
}
