import { defineJobs, RETRIES } from '../../jobs/job-kind';

/** Jobs in the outbox of an invoice. */
export const INVOICE_JOBS = defineJobs('invoice', {
  mail: {
    name: 'mail-invoice',
    lane: 'upkeep',
    remote: 'mail',
    timeLimitMs: 60_000,
    retry: RETRIES.remote,
    task: 'invoice-not-mailed',
  },
});
