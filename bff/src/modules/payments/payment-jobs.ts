import { defineJobs, RETRIES } from '../../jobs/job-kind';

/** A few calls, each with a time-out of its own. */
const CALLS_MS = 60_000;

export const PAYMENT_JOBS = defineJobs('order', {
  applyTrade: {
    name: 'apply-trade',
    lane: 'money',
    timeLimitMs: CALLS_MS,
    retry: RETRIES.money,
    task: 'payment-not-settled',
  },
  closeExpiredAttempt: {
    name: 'close-expired-attempt',
    lane: 'money',
    remote: 'wechat-pay',
    timeLimitMs: CALLS_MS,
    retry: RETRIES.money,
    task: 'payment-not-settled',
  },
  refundAttempt: {
    name: 'refund-attempt',
    lane: 'money',
    remote: 'wechat-pay',
    timeLimitMs: CALLS_MS,
    retry: RETRIES.money,
    task: 'refund-not-done',
  },
});
