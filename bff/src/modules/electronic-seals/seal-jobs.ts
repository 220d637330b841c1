import { defineJobs, RETRIES } from '../../jobs/job-kind';

/** Jobs in the outbox of a seal. */
export const SEAL_JOBS = defineJobs('electronicSeal', {
  make: {
    name: 'make-electronic-seal',
    lane: 'sealing',
    timeLimitMs: 60_000,
    retry: RETRIES.soon,
    task: 'seal-not-made',
  },
  follow: {
    name: 'follow-certificate-of-seal',
    lane: 'sealing',
    timeLimitMs: 30_000,
    retry: RETRIES.upkeep,
    task: 'seal-not-made',
  },
});
