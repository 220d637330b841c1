import { AppError } from '@acceptance/shared';
import { outboxEntry } from '../../database/outbox';
import type { PaymentGateway, Trade } from '../../ports/payment-gateway';
import {
  attemptFields,
  findOrder,
  type OrderRecord,
  type PaymentAttempt,
  transitionOrder,
  updateAttempt,
} from '../orders';
import { LIVE_STATUSES, UNPAID_STATUSES } from './new-attempt';
import type { PaymentDependencies } from './payment-dependencies';
import { PAYMENT_JOBS } from './payment-jobs';

/** Why a trade that claims success is not a payment of this attempt; null when it is. */
function anomalyOf(trade: Trade, attempt: PaymentAttempt, gateway: PaymentGateway): string | null {
  if (trade.appid !== gateway.appid || trade.mchid !== gateway.mchid) {
    return 'merchant-differs';
  }
  return trade.amountFen === attempt.amountFen ? null : 'amount-differs';
}

type Applying = Pick<PaymentDependencies, 'orders' | 'paymentGateway' | 'logger' | 'now'>;

/** Money that came where none is due any more (paid twice, cancelled, expired) goes back by itself. */
async function refundBySelf({ orders, now }: Applying, order: OrderRecord, trade: Trade): Promise<boolean> {
  const { outTradeNo, transactionId, successTime } = trade;
  const outRefundNo = `${outTradeNo}-R`;
  const fields = { status: 'refunding', transactionId, paidAt: successTime ?? now(), outRefundNo } as const;
  const job = outboxEntry(PAYMENT_JOBS.refundAttempt, now(), { outTradeNo }, `refund-${outTradeNo}`);
  return updateAttempt(orders, order, { outTradeNo, from: UNPAID_STATUSES, fields, job });
}

/** Answers whether the money is accounted for; false when the order changed meanwhile and must be looked at again. */
async function takeMoney(dependencies: Applying, order: OrderRecord, trade: Trade): Promise<boolean> {
  const { orders, now } = dependencies;
  const { outTradeNo, transactionId, successTime } = trade;
  const paidByAnother = order.attempts.some((other) => other.outTradeNo !== outTradeNo && other.status === 'paid');
  if (order.status !== 'approved' || paidByAnother) {
    return refundBySelf(dependencies, order, trade);
  }
  const confirmed = await transitionOrder(orders, {
    orderId: order._id.toHexString(),
    event: 'confirm-payment',
    by: { role: 'system', id: null },
    now: now(),
    where: { attempts: { $elemMatch: { outTradeNo, status: { $in: UNPAID_STATUSES } } } },
    set: attemptFields(order, outTradeNo, { status: 'paid', transactionId, paidAt: successTime ?? now() }),
  });
  // "Already paid" answers alike when it was another attempt that paid: then this money must go back.
  return confirmed.attempts.some((other) => other.outTradeNo === outTradeNo && other.status === 'paid');
}

const isLostRace = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'orders.transition_not_allowed';

/**
 * Brings one verified word of the gateway (notification or signed query) into the order. Duplicates, late and reordered
 * words change nothing they should not; only a trade in state SUCCESS with our appid, mchid and amount is money.
 */
export async function applyTrade(dependencies: Applying, orderId: string, trade: Trade): Promise<void> {
  const { orders, paymentGateway, logger } = dependencies;
  for (let round = 0; round < 3; round += 1) {
    const order = await findOrder(orders, orderId);
    const attempt = order.attempts.find((candidate) => candidate.outTradeNo === trade.outTradeNo);
    if (!attempt || !UNPAID_STATUSES.includes(attempt.status)) {
      return;
    }
    if (trade.tradeState === 'CLOSED') {
      await updateAttempt(orders, order, {
        outTradeNo: attempt.outTradeNo,
        from: LIVE_STATUSES,
        fields: { status: 'closed' },
      });
      return;
    }
    if (trade.tradeState !== 'SUCCESS') {
      return;
    }
    const anomaly = anomalyOf(trade, attempt, paymentGateway);
    if (anomaly) {
      logger.error({ outTradeNo: attempt.outTradeNo, anomaly }, 'a payment was not accepted; finance must look at it');
      await updateAttempt(orders, order, {
        outTradeNo: attempt.outTradeNo,
        from: [attempt.status],
        fields: { anomaly },
      });
      return;
    }
    try {
      if (await takeMoney(dependencies, order, trade)) {
        return;
      }
    } catch (error) {
      // The order changed while we decided (paid by another attempt, cancelled): decide again on what it is now.
      if (!isLostRace(error)) {
        throw error;
      }
    }
  }
  throw new Error('the order kept changing while a payment was applied');
}
