import { defineJobs, RETRIES } from '../../jobs/job-kind';

/** Jobs in the outbox of a request. */
export const UKEY_UNLOCK_JOBS = defineJobs('ukeyUnlock', {
  tellUnlocked: {
    name: 'notify-ukey-unlocked',
    lane: 'sms',
    remote: 'sms',
    timeLimitMs: 30_000,
    retry: RETRIES.remote,
    // The page of the certificate says it too.
    task: null,
  },
});
