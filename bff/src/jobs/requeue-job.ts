import type { OutboxEntry } from '../database/outbox';
import type { JobRegistry } from './job-registry';
import type { RedoableJob } from './task-jobs';

/** Puts a job that was given up back into its outbox, and the owner's state back to where the job begins. */
export type Requeue = (
  job: RedoableJob,
  from: { readonly taskId: string; readonly entryId: string; readonly now: Date },
) => Promise<void>;

export const createRequeue =
  (registry: () => JobRegistry): Requeue =>
  async ({ queue, ownerId, job, payload }, { taskId, entryId, now }) => {
    const bound = registry().find(queue, job);
    const entry: OutboxEntry = { id: entryId, job, payload, availableAt: now, tries: 0, taskId };
    const change = bound.redo ? await bound.redo(ownerId, payload) : {};
    await registry().storeOf(queue).push(ownerId, entry, change);
  };
