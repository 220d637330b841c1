import type { RefundStatus } from '../../ports/payment-gateway';
import { findOrder, type OrderRecord, transitionOrder, updateAttempt } from '../orders';
import type { PaymentDependencies } from './payment-dependencies';

type Refunding = Pick<PaymentDependencies, 'orders' | 'paymentGateway' | 'logger' | 'now'>;

/** The order follows its money, also after a run that died between the two writes. */
async function confirmRefund({ orders, now }: Refunding, order: OrderRecord): Promise<void> {
  if (order.status === 'refunding') {
    const orderId = order._id.toHexString();
    await transitionOrder(orders, { orderId, event: 'confirm-refund', by: { role: 'system', id: null }, now: now() });
  }
}

/**
 * Job: sends a refund, with the same `out_refund_no` on every run, and follows it. Accepted is not refunded.
 * Answers whether it has come to its end; `false` asks to be run again.
 */
export async function refundAttempt(dependencies: Refunding, orderId: string, outTradeNo: string): Promise<boolean> {
  const { orders, paymentGateway, logger } = dependencies;
  const order = await findOrder(orders, orderId);
  const attempt = order.attempts.find((candidate) => candidate.outTradeNo === outTradeNo);
  if (attempt?.status === 'refunded') {
    await confirmRefund(dependencies, order);
    return true;
  }
  if (attempt?.status !== 'refunding' || !attempt.outRefundNo) {
    return true;
  }
  const status: RefundStatus = await paymentGateway.refund({
    outTradeNo,
    outRefundNo: attempt.outRefundNo,
    refundFen: attempt.amountFen,
    totalFen: attempt.amountFen,
    reason: '订单无需支付，原路退回',
  });
  if (status === 'PROCESSING') {
    return false;
  }
  if (status !== 'SUCCESS') {
    logger.error({ outTradeNo, status }, 'a refund did not go through; finance must look at it');
    await updateAttempt(orders, order, {
      outTradeNo,
      from: ['refunding'],
      fields: { anomaly: `refund-${status.toLowerCase()}` },
    });
    return true;
  }
  await updateAttempt(orders, order, { outTradeNo, from: ['refunding'], fields: { status: 'refunded' } });
  await confirmRefund(dependencies, order);
  return true;
}
