import { defineJobs, RETRIES } from '../../jobs/job-kind';

export const CONTRACT_JOBS = defineJobs('order', {
  sealContract: {
    name: 'seal-contract',
    lane: 'sealing',
    timeLimitMs: 60_000,
    retry: RETRIES.soon,
    task: 'contract-not-sealed',
  },
});
