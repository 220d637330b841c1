import { defineJobs, RETRIES } from '../../jobs/job-kind';
import { draftTask } from '../../jobs/task-jobs';

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

export const DRAFT_TASK = draftTask('project-draft-waiting');
