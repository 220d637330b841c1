import type { OutboxEntry } from '../../database/outbox';
import { defineJobs, RETRIES } from '../../jobs/job-kind';
import { openTaskEntry, settleTaskEntry, TASK_JOBS } from '../../jobs/task-jobs';
import type { ProjectVersionModel, ProjectVersionRecord } from './project-version.model';

/** Jobs in the outbox of a version. */
export const PROJECT_VERSION_JOBS = defineJobs('projectVersion', {
  /** Offers what was published, where the process that published it has died in between. */
  offer: {
    name: 'offer-project-version',
    lane: 'upkeep',
    timeLimitMs: 60_000,
    retry: RETRIES.soon,
    task: 'upkeep-failed',
  },
});

const kind = 'project-draft-waiting';

/** Tells the administrators of a new draft. */
export const draftTask = (now: Date): OutboxEntry => openTaskEntry({ kind, facts: {}, redo: null }, now);

/** Closes that task; goes into the write that ends the draft. */
export const draftEnded = (outcome: 'published' | 'discarded', closedBy: string | null, now: Date): OutboxEntry =>
  settleTaskEntry({ kind, outcome, closedBy }, now);

/** A task that nobody has opened yet must not be opened after it was settled. */
export async function forgetUnopenedTask(
  projectVersions: ProjectVersionModel,
  { _id }: Pick<ProjectVersionRecord, '_id'>,
): Promise<void> {
  await projectVersions.updateOne({ _id }, { $pull: { outbox: { job: TASK_JOBS.openTask.name, leasedBy: null } } });
}
