import { outboxEntry } from '../../database/outbox';
import { defineJobs, RETRIES } from '../../jobs/job-kind';

/** Jobs in the outbox of a day. */
export const RECONCILIATION_JOBS = defineJobs('reconciliationDay', {
  compare: {
    name: 'compare-day-of-money',
    lane: 'money',
    remote: 'wechat-pay',
    // A bill of some thousand rows, and questions about those that do not fit.
    timeLimitMs: 180_000,
    retry: RETRIES.money,
    task: 'bill-not-read',
  },
});

/** `since`: from when on patience is counted. */
export const comparison = (since: Date) => outboxEntry(RECONCILIATION_JOBS.compare, since, { since });
