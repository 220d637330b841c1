import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { handleJobs } from '../../jobs/job-handler';
import { openingOf, settlingOf, TASK_JOBS } from '../../jobs/task-jobs';
import { openTask, settleCause } from './open-task';
import { type TaskModel, taskModel } from './task.model';
import { type TaskGaugesDependencies, taskGauges } from './task-gauges';
import { bindTasksEndpoints } from './tasks.routes';

export const tasksArea = {
  name: 'tasks',
  models: (connection: Connection) => ({ tasks: taskModel(connection) }),
  bind: bindTasksEndpoints,
  gauges: (needs: TaskGaugesDependencies) => [taskGauges(needs)],
  jobs: [
    handleJobs(TASK_JOBS, ({ tasks, now }: { readonly tasks: TaskModel; readonly now: () => Date }) => ({
      openTask: ({ ownerId, queue, entry }) =>
        openTask(tasks, { ...openingOf(entry), subject: `${queue}:${ownerId}`, now: now() }),
      settleTask: ({ ownerId, queue, entry }) =>
        settleCause(tasks, { ...settlingOf(entry), subject: `${queue}:${ownerId}`, now: now() }),
    })),
  ],
} satisfies AnyArea;
