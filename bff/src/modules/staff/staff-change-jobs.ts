import { defineJobs, RETRIES } from '../../jobs/job-kind';

/** Jobs in the outbox of a change. */
export const STAFF_CHANGE_JOBS = defineJobs('staffChange', {
  /** Makes an approved change effective, and ends a waiting one when its time is over. */
  settle: {
    name: 'settle-staff-change',
    lane: 'upkeep',
    timeLimitMs: 60_000,
    retry: RETRIES.soon,
    task: 'upkeep-failed',
  },
});
