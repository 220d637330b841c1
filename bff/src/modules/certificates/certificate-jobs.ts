import { type OutboxEntry, outboxEntry } from '../../database/outbox';
import { defineJobs, RETRIES } from '../../jobs/job-kind';

/** How long one run of issuing may take. */
export const ISSUE_LIMIT_MS = 60_000;

/** Jobs in the outbox of a certificate. */
export const CERTIFICATE_JOBS = defineJobs('certificate', {
  issue: {
    name: 'issue-certificate',
    lane: 'issuing',
    remote: 'certificate-authority',
    timeLimitMs: ISSUE_LIMIT_MS,
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
  endDiscarded: {
    name: 'end-certificate-of-discarded-request',
    lane: 'issuing',
    remote: 'certificate-authority',
    timeLimitMs: 60_000,
    retry: RETRIES.remote,
    task: 'certificate-not-revoked',
  },
  findStopped: {
    name: 'find-orders-stopped-by-revocation',
    lane: 'tasks',
    timeLimitMs: 30_000,
    retry: 'never-give-up',
    task: null,
  },
  endOthersOfKey: {
    name: 'end-certificates-of-compromised-key',
    lane: 'issuing',
    timeLimitMs: 30_000,
    retry: 'never-give-up',
    task: null,
  },
  remind: {
    name: 'remind-of-certificate-end',
    lane: 'sms',
    remote: 'sms',
    timeLimitMs: 30_000,
    retry: RETRIES.remote,
    // The next one comes, and the page of the certificates says it too.
    task: null,
  },
  remindByWechat: {
    name: 'remind-of-certificate-end-by-wechat',
    lane: 'wechat',
    remote: 'wechat',
    timeLimitMs: 30_000,
    retry: RETRIES.remote,
    // A courtesy beside the SMS.
    task: null,
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

/** What follows the state of a certificate in another area, which handles it. */
export const CERTIFICATE_FOLLOWER_JOBS = defineJobs('certificate', {
  keepSeals: {
    name: 'keep-seals-of-certificate',
    lane: 'sealing',
    timeLimitMs: 30_000,
    retry: RETRIES.remote,
    task: 'seal-not-made',
  },
});

/** The jobs that go into the very write that changes whether an issued certificate is valid. */
export const validityChanged = (at: Date): OutboxEntry[] => [
  outboxEntry(CERTIFICATE_JOBS.tellAuthority, at),
  outboxEntry(CERTIFICATE_FOLLOWER_JOBS.keepSeals, at),
];
