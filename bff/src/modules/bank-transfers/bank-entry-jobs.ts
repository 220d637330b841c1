import { defineJobs, RETRIES } from '../../jobs/job-kind';

const DATABASE_ONLY_MS = 30_000;

/** Jobs in the outbox of money that came. */
export const BANK_ENTRY_JOBS = defineJobs('bankEntry', {
  /** Looks which order it pays; what it cannot tell is finance's. */
  matchEntry: {
    name: 'match-bank-entry',
    lane: 'upkeep',
    timeLimitMs: DATABASE_ONLY_MS,
    retry: RETRIES.upkeep,
    task: 'transfer-unmatched',
  },
  /** Ends a claim whose booking may have died. */
  settleClaim: {
    name: 'settle-bank-entry-claim',
    lane: 'money',
    timeLimitMs: DATABASE_ONLY_MS,
    retry: 'never-give-up',
    task: null,
  },
});
