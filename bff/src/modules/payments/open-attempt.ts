import { AppError } from '@acceptance/shared';
import type { Trade } from '../../ports/payment-gateway';
import { PortError } from '../../ports/port-error';
import { findOrder, type OrderRecord, type PaymentAttempt, updateAttempt } from '../orders';
import { applyTrade } from './apply-trade';
import { closeAtGateway, endAttempt, findAttempt, queryTrade } from './close-attempt';
import type { PaymentDependencies } from './payment-dependencies';
import { PAYMENT_JOBS } from './payment-jobs';

/** What the gateway gave for an attempt. */
async function prepay({ paymentGateway }: PaymentDependencies, { channel, request }: PaymentAttempt) {
  return channel === 'wechat-jsapi'
    ? { prepayId: await paymentGateway.prepayJsapi(request), codeUrl: null }
    : { prepayId: null, codeUrl: await paymentGateway.prepayNative(request) };
}

/**
 * A notification may overtake the answer: one that waits for its job is applied at once, so that what it says of is not handed out.
 * Answers the order as it was read for that.
 */
async function applyUnread(needs: PaymentDependencies, orderId: string, outTradeNo: string): Promise<OrderRecord> {
  const order = await findOrder(needs.orders, orderId);
  for (const { job, payload } of order.outbox) {
    const trade = job === PAYMENT_JOBS.applyTrade.name ? (payload.trade as Trade) : null;
    if (trade?.outTradeNo === outTradeNo) {
      await applyTrade(needs, orderId, trade);
    }
  }
  return order;
}

/**
 * Sends the attempt's request and opens it. Only the call that wins the compare-and-set answers it; null when the
 * attempt has ended meanwhile and another must be begun.
 * @throws AppError payments.superseded, PortError
 */
export async function openAttempt(
  needs: PaymentDependencies,
  order: OrderRecord,
  attempt: PaymentAttempt,
): Promise<PaymentAttempt | null> {
  const { orders } = needs;
  const { outTradeNo } = attempt;
  const orderId = order._id.toHexString();
  const given = await prepay(needs, attempt).catch((error: unknown) => afterRefusal(needs, orderId, attempt, error));
  if (!given) {
    return null;
  }
  const known = await applyUnread(needs, orderId, outTradeNo);
  const fields = { ...given, status: 'open', handedOut: true } as const;
  if (await updateAttempt(orders, known, { outTradeNo, from: ['preparing'], fields })) {
    return { ...attempt, ...fields };
  }
  const now = await findAttempt(needs, orderId, outTradeNo);
  if (now?.status === 'open') {
    return now;
  }
  if (now?.status !== 'closed') {
    // Paid before we could open it.
    return null;
  }
  // Somebody chose another way meanwhile: what was prepared for us is closed, and nothing of it is handed out.
  await closeAtGateway(needs, orderId, outTradeNo).catch(() => null);
  throw new AppError('payments.superseded');
}

/**
 * A refusal may mean that the attempt is paid, closed, or known there with other parameters; what is signed tells.
 * Answers null when the attempt has ended. @throws what was thrown
 */
async function afterRefusal(
  needs: PaymentDependencies,
  orderId: string,
  attempt: PaymentAttempt,
  error: unknown,
): Promise<null> {
  if (!(error instanceof PortError && error.failure === 'rejected')) {
    throw error;
  }
  const { trade, attempt: asked } = await queryTrade(needs, orderId, attempt.outTradeNo);
  if (asked && asked.status !== 'preparing') {
    return null;
  }
  await endAttempt(needs, orderId, attempt);
  if (trade?.tradeState === 'NOTPAY') {
    await closeAtGateway(needs, orderId, attempt.outTradeNo);
    return null;
  }
  throw error;
}
