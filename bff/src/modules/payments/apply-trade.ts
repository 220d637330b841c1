import { AppError } from '@acceptance/shared';
import { outboxEntry } from '../../database/outbox';
import { openTaskEntry, settleTaskEntry } from '../../jobs/task-jobs';
import type { Trade } from '../../ports/payment-gateway';
import {
  attemptFields,
  findOrder,
  type OrderRecord,
  type PaymentAttempt,
  transitionOrder,
  updateAttempt,
} from '../orders';
import { misfitOf } from './fit-trade';
import { UNPAID_STATUSES } from './new-attempt';
import type { PaymentDependencies } from './payment-dependencies';
import { PAYMENT_JOBS } from './payment-jobs';
import { beginRefund } from './refund-attempt';
import { outcomeOfTrade } from './trade-outcome';

type Applying = Pick<PaymentDependencies, 'orders' | 'logger' | 'now'>;

/** What a trade leaves in an attempt whose money is accounted for; a mark of an earlier doubt goes. */
const moneyFields = (trade: Trade, now: Date) => ({
  transactionId: trade.transactionId,
  paidAt: trade.successTime ?? now,
  signedState: trade.tradeState,
  anomaly: null,
});

/** Ends the tasks that a doubt about an attempt has opened. */
export const settleDoubt = ({ anomaly, outTradeNo: part }: PaymentAttempt, now: Date) =>
  anomaly
    ? (['payment-anomaly', 'payment-not-settled'] as const).map((kind) =>
        settleTaskEntry({ kind, part, outcome: 'healed' }, now),
      )
    : [];

/** Money that came where none is due any more (paid twice, cancelled, expired) goes back by itself, and the payer is told. */
function refundBySelf({ orders, now }: Applying, order: OrderRecord, attempt: PaymentAttempt, trade: Trade) {
  const { outTradeNo } = attempt;
  const at = now();
  const refund = beginRefund(outTradeNo, at);
  return updateAttempt(orders, order, {
    outTradeNo,
    from: UNPAID_STATUSES,
    fields: { ...moneyFields(trade, at), ...refund.fields },
    jobs: [
      refund.job,
      outboxEntry(PAYMENT_JOBS.tellReturned, at, {}, `tell-returned-${outTradeNo}`),
      ...settleDoubt(attempt, at),
    ],
  });
}

/** Answers whether the money is accounted for; false when the order changed meanwhile and must be looked at again. */
async function takeMoney(needs: Applying, order: OrderRecord, attempt: PaymentAttempt, trade: Trade): Promise<boolean> {
  const { orders, now } = needs;
  const { outTradeNo } = attempt;
  const paidByAnother = order.attempts.some((other) => other.outTradeNo !== outTradeNo && other.status === 'paid');
  if (order.status !== 'approved' || paidByAnother) {
    return refundBySelf(needs, order, attempt, trade);
  }
  const at = now();
  const confirmed = await transitionOrder(orders, {
    orderId: order._id.toHexString(),
    order,
    event: 'confirm-payment',
    by: { role: 'system', id: null },
    now: at,
    where: { attempts: { $elemMatch: { outTradeNo, status: { $in: UNPAID_STATUSES } } } },
    set: attemptFields(order, outTradeNo, { ...moneyFields(trade, at), status: 'paid' }),
    jobs: settleDoubt(attempt, at),
  });
  // "Already paid" answers alike when it was another attempt that paid: then this money must go back.
  return confirmed.attempts.some((other) => other.outTradeNo === outTradeNo && other.status === 'paid');
}

/** Marks what does not fit and hands it to finance, once. */
async function markAnomaly(
  { orders, logger, now }: Applying,
  order: OrderRecord,
  attempt: PaymentAttempt,
  { trade, anomaly }: { trade: Trade; anomaly: string },
): Promise<void> {
  const { outTradeNo, status, amountFen } = attempt;
  if ([attempt.anomaly, attempt.checkedAnomaly].includes(anomaly) && attempt.signedState === trade.tradeState) {
    return;
  }
  logger.error({ outTradeNo, anomaly }, 'a payment does not fit; finance has a task');
  const task = openTaskEntry(
    {
      kind: 'payment-anomaly',
      part: outTradeNo,
      facts: {
        orderNumber: order.orderNumber,
        outTradeNo,
        reason: anomaly,
        expectedFen: amountFen,
        ...(trade.amountFen !== null && { receivedFen: trade.amountFen }),
        ...(trade.currency && { currency: trade.currency }),
      },
      redo: {
        queue: 'order',
        ownerId: order._id.toHexString(),
        job: PAYMENT_JOBS.recheckAttempt.name,
        payload: { outTradeNo },
      },
    },
    now(),
  );
  // What is final at the gateway is not asked for ever: a person settles it, or asks anew by the task's button.
  const fields = {
    anomaly,
    signedState: trade.tradeState,
    transactionId: trade.transactionId ?? attempt.transactionId,
    ...(trade.successTime && { paidAt: trade.successTime }),
    ...(trade.amountFen !== null && { receivedFen: trade.amountFen }),
  };
  await updateAttempt(orders, order, { outTradeNo, from: [status], fields, jobs: [task] });
}

const isLostRace = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'orders.transition_not_allowed';

/** One look at the order; true when the trade is accounted for, false when the order changed meanwhile. */
async function applyOnce(needs: Applying, orderId: string, trade: Trade): Promise<boolean> {
  const { orders, now } = needs;
  const order = await findOrder(orders, orderId);
  const attempt = order.attempts.find((candidate) => candidate.outTradeNo === trade.outTradeNo);
  if (!attempt) {
    return true;
  }
  const { outTradeNo, status } = attempt;
  switch (outcomeOfTrade(status, trade.tradeState)) {
    case 'wait':
    case 'known':
      return true;
    case 'end': {
      const fields = { status: 'closed', signedState: trade.tradeState, anomaly: null } as const;
      return updateAttempt(orders, order, { outTradeNo, from: [status], fields, jobs: settleDoubt(attempt, now()) });
    }
    case 'returned': {
      if (status === 'paid') {
        // How much went back does not stand in the trade; the refund's own notice says it, or finance.
        await markAnomaly(needs, order, attempt, { trade, anomaly: 'refunded-at-platform' });
        return true;
      }
      const fields = { ...moneyFields(trade, now()), status: 'refunded' } as const;
      return updateAttempt(orders, order, { outTradeNo, from: [status], fields, jobs: settleDoubt(attempt, now()) });
    }
    case 'odd':
      await markAnomaly(needs, order, attempt, { trade, anomaly: `paid-but-${trade.tradeState.toLowerCase()}` });
      return true;
    case 'money': {
      const misfit = misfitOf(trade, attempt);
      if (misfit) {
        await markAnomaly(needs, order, attempt, { trade, anomaly: misfit });
        return true;
      }
      return takeMoney(needs, order, attempt, trade);
    }
  }
}

/**
 * Brings one verified word of the gateway (notification or signed query) into the order. Duplicates, late and reordered
 * words change nothing they should not; only a trade in state SUCCESS that fits its attempt is money.
 */
export async function applyTrade(needs: Applying, orderId: string, trade: Trade): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    try {
      if (await applyOnce(needs, orderId, trade)) {
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
