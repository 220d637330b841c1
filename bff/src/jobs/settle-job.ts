import type { PersonalEnd } from './job-handler';
import type { JobRegistry } from './job-registry';
import type { RedoableJob } from './task-jobs';

/** Writes into the owner of a job that was given up how a person has ended it; nothing where the end changes no state. */
export type SettleJob = (job: RedoableJob, end: PersonalEnd) => Promise<void>;

export const createSettleJob =
  (registry: () => JobRegistry): SettleJob =>
  async ({ queue, ownerId, job, payload }, end) => {
    await registry().find(queue, job).settle?.(ownerId, payload, end);
  };
