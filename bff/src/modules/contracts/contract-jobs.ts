import { defineJobs, RETRIES } from '../../jobs/job-kind';

export const CONTRACT_JOBS = defineJobs('order', {
  sealContract: {
    name: 'seal-contract',
    lane: 'sealing',
    timeLimitMs: 60_000,
    retry: RETRIES.soon,
    task: 'contract-not-sealed',
  },
  makeLasting: {
    name: 'make-contract-lasting',
    lane: 'upkeep',
    remote: 'timestamp-authority',
    timeLimitMs: 60_000,
    // Lists of revoked certificates are made once a day or seldomer: a word from after the signing may take days.
    retry: [60_000, 600_000, 3_600_000, 21_600_000, 86_400_000, 86_400_000, 172_800_000, 259_200_000],
    task: 'contract-not-lasting',
  },
});
