import { defineJobs, RETRIES } from '../../jobs/job-kind';

/** A few calls, each with a time-out of its own. */
const CALLS_MS = 60_000;
const MONEY = { lane: 'money', timeLimitMs: CALLS_MS, retry: RETRIES.money } as const;

export const PAYMENT_JOBS = defineJobs('order', {
  applyTrade: { name: 'apply-trade', ...MONEY, task: 'payment-not-settled' },
  applyRefundNotice: { name: 'apply-refund-notice', ...MONEY, task: 'payment-not-settled' },
  /** Asks about an attempt from the moment it may be paid until the gateway has signed how it ended. */
  watchAttempt: { name: 'watch-attempt', ...MONEY, remote: 'wechat-pay', task: 'payment-not-settled' },
  /** Asks once more about an attempt whose money did not fit; started from the task. */
  recheckAttempt: { name: 'recheck-attempt', ...MONEY, remote: 'wechat-pay', task: 'payment-anomaly' },
  /** What stands in the outboxes of orders that were paid for before attempts were watched. */
  closeExpiredAttempt: { name: 'close-expired-attempt', ...MONEY, remote: 'wechat-pay', task: 'payment-not-settled' },
  refundAttempt: { name: 'refund-attempt', ...MONEY, remote: 'wechat-pay', task: 'refund-not-done' },
  tellReturned: {
    name: 'notify-payment-returned',
    lane: 'sms',
    remote: 'sms',
    timeLimitMs: 30_000,
    retry: RETRIES.remote,
    task: 'notice-not-sent',
  },
});
