import type { RefundNotice } from '../../ports/payment-gateway';
import { findOrder, type OrderRecord, type PaymentAttempt, receivedOf, transitionOrder } from '../orders';
import { queryTrade } from './close-attempt';
import type { PaymentDependencies } from './payment-dependencies';
import { recordRefunded } from './refund-attempt';

type Applying = Pick<PaymentDependencies, 'orders' | 'paymentGateway' | 'logger' | 'now'>;

/** All the money of a booked payment went back at the merchant platform: the order goes with it. */
async function recordReturned(needs: Applying, order: OrderRecord, attempt: PaymentAttempt): Promise<void> {
  const { orders, now } = needs;
  await recordRefunded(needs, order, attempt);
  if (order.status === 'paid' || order.status === 'issuing') {
    const by = { role: 'system', id: null } as const;
    await transitionOrder(orders, { orderId: order._id.toHexString(), event: 'note-refund', by, now: now() });
  }
}

/**
 * Job: brings a signed notice about a refund into the order: one of ours that has ended, or one that was made at the
 * merchant platform. Anything else (a part of the money, money of which we had not heard yet) is what the trade itself
 * says, so the gateway is asked about it: the answer marks the attempt, or opens a task for finance. @throws PortError
 */
export async function applyRefundNotice(
  needs: Applying,
  orderId: string,
  { outTradeNo, outRefundNo, status, refundFen, mchid }: RefundNotice,
): Promise<void> {
  const order = await findOrder(needs.orders, orderId);
  const attempt = order.attempts.find((candidate) => candidate.outTradeNo === outTradeNo);
  if (!attempt || status !== 'SUCCESS') {
    return;
  }
  const isWhole = refundFen === receivedOf(attempt) && mchid === attempt.request.mchid;
  if (isWhole && attempt.status === 'refunding' && attempt.outRefundNo === outRefundNo) {
    await recordRefunded(needs, order, attempt);
  } else if (isWhole && attempt.status === 'paid') {
    await recordReturned(needs, order, attempt);
  } else {
    await queryTrade(needs, orderId, outTradeNo);
  }
}
