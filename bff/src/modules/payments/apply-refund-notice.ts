import type { RefundNotice } from '../../ports/payment-gateway';
import { findOrder, receivedOf, transitionOrder } from '../orders';
import type { PaymentDependencies } from './payment-dependencies';
import { recordRefunded } from './refund-attempt';

/**
 * Job: brings a signed notice about a refund into the order: one of ours that has ended, or one that was made at the
 * merchant platform. A part of the money going back is for finance to judge: the query of the trade opens their task.
 */
export async function applyRefundNotice(
  needs: Pick<PaymentDependencies, 'orders' | 'paymentGateway' | 'logger' | 'now'>,
  orderId: string,
  { outTradeNo, outRefundNo, status, refundFen, mchid }: RefundNotice,
): Promise<void> {
  const { orders, now } = needs;
  const order = await findOrder(orders, orderId);
  const attempt = order.attempts.find((candidate) => candidate.outTradeNo === outTradeNo);
  if (!attempt || status !== 'SUCCESS') {
    return;
  }
  const isWhole = refundFen === receivedOf(attempt) && mchid === attempt.request.mchid;
  if (!isWhole) {
    return;
  }
  if (attempt.status === 'refunding' && attempt.outRefundNo === outRefundNo) {
    await recordRefunded(needs, order, attempt);
  }
  if (attempt.status === 'paid') {
    await recordRefunded(needs, order, attempt);
    if (order.status === 'paid' || order.status === 'issuing') {
      const by = { role: 'system', id: null } as const;
      await transitionOrder(orders, { orderId, event: 'note-refund', by, now: now() });
    }
  }
}
