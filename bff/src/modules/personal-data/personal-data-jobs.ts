import { defineJobs, RETRIES } from '../../jobs/job-kind';

const MINUTES_MS = 5 * 60_000;

export const EXPORT_JOBS = defineJobs('export', {
  prepareExport: {
    name: 'prepare-data-export',
    lane: 'upkeep',
    timeLimitMs: MINUTES_MS,
    retry: RETRIES.soon,
    task: 'data-export-failed',
  },
  removeExport: {
    name: 'remove-data-export',
    lane: 'upkeep',
    timeLimitMs: MINUTES_MS,
    retry: RETRIES.upkeep,
    task: 'upkeep-failed',
  },
});

export const DELETION_JOBS = defineJobs('deletion', {
  tellScheduled: {
    name: 'notify-deletion-scheduled',
    lane: 'sms',
    remote: 'sms',
    timeLimitMs: 30_000,
    retry: RETRIES.remote,
    task: 'notice-not-sent',
  },
  deleteAccount: {
    name: 'delete-account',
    lane: 'upkeep',
    timeLimitMs: MINUTES_MS,
    retry: RETRIES.upkeep,
    task: 'account-deletion-stuck',
  },
});
