import { SEAL_CONTRACT_JOB, type SealContractDependencies, sealContract } from '../modules/contracts';
import { type NotificationDependencies, notifyPaymentReceived, notifyReviewResult } from '../modules/notifications';
import { transitionOrder } from '../modules/orders';
import { type PaymentDependencies, paymentJobs } from '../modules/payments';
import type { JobHandler } from './dispatcher';

export type OrderJobDependencies = SealContractDependencies &
  NotificationDependencies &
  Omit<PaymentDependencies, 'jobsAdded'>;

const isReviewEvent = (event: unknown): event is 'approve' | 'return' | 'reject' =>
  event === 'approve' || event === 'return' || event === 'reject';

/** Every job that an order's outbox may hold, by name. */
export function orderJobs(dependencies: OrderJobDependencies): Record<string, JobHandler> {
  return {
    ...paymentJobs(dependencies),
    [SEAL_CONTRACT_JOB]: async (orderId) => {
      await sealContract(dependencies, orderId);
      return 'done';
    },
    'notify-review-result': async (orderId, entry) => {
      const { event } = entry.payload;
      if (isReviewEvent(event)) {
        await notifyReviewResult(dependencies, orderId, event);
      }
      return 'done';
    },
    'notify-payment-received': async (orderId) => {
      await notifyPaymentReceived(dependencies, orderId);
      return 'done';
    },
    'start-issuing': async (orderId) => {
      const { orders, now } = dependencies;
      await transitionOrder(orders, {
        orderId,
        event: 'start-issuing-unpaid',
        by: { role: 'system', id: null },
        now: now(),
      });
      return 'done';
    },
  };
}
