import { defineJobs, RETRIES } from '../../jobs/job-kind';

export const ANCHOR_JOBS = defineJobs('anchor', {
  tellAnchor: {
    name: 'tell-audit-anchor',
    lane: 'sms',
    remote: 'sms',
    timeLimitMs: 30_000,
    retry: RETRIES.remote,
    task: 'upkeep-failed',
  },
});
