import { endpoints, type TaskView } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import type { Requeue } from '../../jobs/requeue-job';
import type { SettleJob } from '../../jobs/settle-job';
import { wakingWith } from '../../jobs/waking';
import { claimTask, redoTask, releaseTask, settleTask, type TaskCaller } from './act-on-task';
import { listTasks, summarizeTasks } from './find-tasks';
import type { TaskModel, TaskRecord } from './task.model';
import { presentTask } from './task.presenter';

export interface TaskDependencies {
  readonly tasks: TaskModel;
  readonly staffNames: { namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> };
  readonly requeueJob: Requeue;
  readonly settleJob: SettleJob;
  readonly refuseOwnOrder: (staffId: string, orderId: string) => Promise<void>;
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

const callerOf = (context: RequestContext): TaskCaller => {
  const { id: staffId, roles } = staffOf(context);
  return { staffId, roles, now: context.now };
};

const idsIn = (tasks: readonly TaskRecord[]): string[] => [
  ...new Set(tasks.flatMap(({ claimedBy, closedBy }) => [claimedBy, closedBy].filter((id) => id !== null))),
];

export function bindTasksEndpoints(bind: BindEndpoint, needs: TaskDependencies): void {
  const { tasks, staffNames } = needs;
  const nameOfStaff = async (staffId: string) => (await staffNames.namesOf([staffId])).get(staffId) ?? '';
  const dependencies = { ...needs, nameOfStaff };
  const waking = wakingWith(needs.jobsAdded);
  /** Presents some tasks to who looks at them; the names in all of them are read once. */
  const presenterOf = async (found: readonly TaskRecord[], context: RequestContext) => {
    const names = await staffNames.namesOf(idsIn(found));
    return (task: TaskRecord): TaskView => presentTask(task, { names, staffId: staffOf(context).id });
  };
  const viewOne = async (task: Promise<TaskRecord>, context: RequestContext): Promise<TaskView> => {
    const found = await task;
    return (await presenterOf([found], context))(found);
  };

  bind(endpoints.tasks.summarizeTasks, (_call, context) => summarizeTasks(tasks, staffOf(context).roles, context.now));
  bind(endpoints.tasks.listTasks, async ({ query }, context) => {
    const { tasks: found, nextCursor, total } = await listTasks(tasks, { ...query, roles: staffOf(context).roles });
    return { items: found.map(await presenterOf(found, context)), nextCursor, total };
  });
  bind(endpoints.tasks.claimTask, ({ params }, context) =>
    viewOne(claimTask(dependencies, params.taskId, callerOf(context)), context),
  );
  bind(endpoints.tasks.releaseTask, ({ params }, context) =>
    viewOne(releaseTask(dependencies, params.taskId, callerOf(context)), context),
  );
  bind(endpoints.tasks.redoTask, ({ params }, context) =>
    waking(viewOne(redoTask(dependencies, params.taskId, callerOf(context)), context)),
  );
  bind(endpoints.tasks.settleTask, ({ params, body }, context) =>
    waking(viewOne(settleTask(dependencies, params.taskId, callerOf(context), body), context)),
  );
}
