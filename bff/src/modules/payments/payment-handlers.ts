import { type OutboxEntry, outboxEntry } from '../../database/outbox';
import { handleJobs } from '../../jobs/job-handler';
import type { Trade } from '../../ports/payment-gateway';
import { findOrder, ORDER_MONEY_JOBS, updateAttempt } from '../orders';
import { applyTrade } from './apply-trade';
import { isLive } from './new-attempt';
import type { PaymentDependencies } from './payment-dependencies';
import { PAYMENT_JOBS } from './payment-jobs';
import { refundAttempt } from './refund-attempt';
import { closeAttempt, queryAttempt } from './settle-attempt';

const REFUND_POLL_MS = 60_000;
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

export const paymentJobGroups = [
  handleJobs(PAYMENT_JOBS, (needs: JobDependencies) => ({
    applyTrade: ({ ownerId, entry }) => applyTrade(needs, ownerId, tradeOf(entry)),
    closeExpiredAttempt: ({ ownerId, entry }) => closeLiveAttempts(needs, ownerId, outTradeNoOf(entry)),
    refundAttempt: async ({ ownerId, entry }) => {
      const ended = await refundAttempt(needs, ownerId, outTradeNoOf(entry));
      return ended ? undefined : { again: new Date(needs.now().getTime() + REFUND_POLL_MS) };
    },
  })),
  handleJobs(ORDER_MONEY_JOBS, (needs: JobDependencies) => ({
    closePaymentAttempts: ({ ownerId }) => closeLiveAttempts(needs, ownerId),
    startRefund: ({ ownerId }) => refundPaidAttempts(needs, ownerId),
  })),
];
