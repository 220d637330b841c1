import { defineJobs, RETRIES } from '../../jobs/job-kind';

/** Jobs in the outbox of a check. */
export const IDENTITY_CHECK_JOBS = defineJobs('identityCheck', {
  checkPromise: {
    name: 'check-identity-promise',
    lane: 'tasks',
    timeLimitMs: 30_000,
    retry: 'never-give-up',
    task: null,
  },
  tellResult: {
    name: 'notify-identity-check-result',
    lane: 'sms',
    remote: 'sms',
    timeLimitMs: 30_000,
    retry: RETRIES.remote,
    task: 'notice-not-sent',
  },
});
