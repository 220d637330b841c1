import type { OutboxEntry } from '../../database/outbox';
import { outboxEntry } from '../../database/outbox';
import type { Trade } from '../../ports/payment-gateway';
import { findOrder } from '../orders';
import { applyTrade } from './apply-trade';
import { isLive } from './payment-attempt';
import { PAYMENT_JOBS, type PaymentDependencies } from './payment-dependencies';
import { refundAttempt } from './refund-attempt';
import { closeAttempt, queryAttempt } from './settle-attempt';
import { updateAttempt } from './update-attempt';

const REFUND_POLL_MS = 60_000;

type JobOutcome = 'done' | { readonly again: Date };
type PaymentJob = (orderId: string, entry: OutboxEntry) => Promise<JobOutcome>;
type JobDependencies = Omit<PaymentDependencies, 'jobsAdded'>;

const outTradeNoOf = (entry: OutboxEntry): string => String(entry.payload.outTradeNo);

async function closeLiveAttempts(dependencies: JobDependencies, orderId: string, only?: string): Promise<void> {
  const order = await findOrder(dependencies.orders, orderId);
  const live = order.attempts.filter((attempt) => isLive(attempt) && (!only || attempt.outTradeNo === only));
  for (const attempt of live) {
    await queryAttempt(dependencies, orderId, attempt.outTradeNo);
    const fresh = await findOrder(dependencies.orders, orderId);
    const current = fresh.attempts.find((candidate) => candidate.outTradeNo === attempt.outTradeNo);
    if (current && isLive(current)) {
      await closeAttempt(dependencies, fresh, current);
    }
  }
}

async function refundPaidAttempts({ orders, now }: JobDependencies, orderId: string): Promise<void> {
  const order = await findOrder(orders, orderId);
  for (const { outTradeNo, status } of order.attempts) {
    if (status === 'paid') {
      const job = outboxEntry(PAYMENT_JOBS.refundAttempt, now(), { outTradeNo }, `refund-${outTradeNo}`);
      const fields = { status: 'refunding', outRefundNo: `${outTradeNo}-R` } as const;
      await updateAttempt(orders, order, { outTradeNo, from: ['paid'], fields, job });
    }
  }
}

/** Dates travel through the outbox as BSON dates; the shape is what `receiveNotification` stored. */
const tradeOf = (entry: OutboxEntry): Trade => entry.payload.trade as Trade;

/** Jobs of payment, by the name in the outbox. */
export function paymentJobs(dependencies: JobDependencies): Record<string, PaymentJob> {
  return {
    [PAYMENT_JOBS.applyTrade]: async (orderId, entry) => {
      await applyTrade(dependencies, orderId, tradeOf(entry));
      return 'done';
    },
    [PAYMENT_JOBS.closeExpiredAttempt]: async (orderId, entry) => {
      await closeLiveAttempts(dependencies, orderId, outTradeNoOf(entry));
      return 'done';
    },
    'close-payment-attempts': async (orderId) => {
      await closeLiveAttempts(dependencies, orderId);
      return 'done';
    },
    'start-refund': async (orderId) => {
      await refundPaidAttempts(dependencies, orderId);
      return 'done';
    },
    [PAYMENT_JOBS.refundAttempt]: async (orderId, entry) => {
      const ended = await refundAttempt(dependencies, orderId, outTradeNoOf(entry));
      return ended ? 'done' : { again: new Date(dependencies.now().getTime() + REFUND_POLL_MS) };
    },
  };
}
