import { defineJobs, RETRIES } from '../../jobs/job-kind';

/** Jobs in the outbox of a certificate. */
export const CERTIFICATE_JOBS = defineJobs('certificate', {
  issue: {
    name: 'issue-certificate',
    lane: 'issuing',
    remote: 'certificate-authority',
    timeLimitMs: 60_000,
    retry: RETRIES.soon,
    task: 'certificate-not-issued',
  },
  advanceOrder: {
    name: 'advance-order-of-certificate',
    lane: 'issuing',
    timeLimitMs: 30_000,
    retry: RETRIES.upkeep,
    task: 'certificate-not-issued',
  },
  tellAuthority: {
    name: 'tell-certificate-state',
    lane: 'issuing',
    remote: 'certificate-authority',
    timeLimitMs: 60_000,
    // Until it is done, somebody may be signing with a certificate that is revoked here.
    retry: RETRIES.remote,
    task: 'certificate-not-revoked',
  },
});
