import { endpoints, STAFF_ROLES, type TaskView } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import type { Problem } from '../../../../api/problem';
import { say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { STAFF_TASK_TEXT as TEXT } from '../../texts-tasks';
import { useSettlement } from './use-settlement';
import { useTaskList } from './use-task-list';

export type Deed = 'claim' | 'release' | 'redo';

const DEEDS = {
  claim: (taskId: string) => call(endpoints.tasks.claimTask, { params: { taskId } }),
  release: (taskId: string) => call(endpoints.tasks.releaseTask, { params: { taskId } }),
  redo: (taskId: string) => call(endpoints.tasks.redoTask, { params: { taskId } }),
} as const;

/** State and acts of the page of tasks. */
export function useTasks() {
  const tasks = useTaskList();
  const staff = useLoad(() => call(endpoints.staff.readStaff), '', { onShow: false });
  const settlement = useSettlement(tasks.reload);
  /** What was done last, and to which task: its card shows how that went. */
  const [last, setLast] = useState<{ readonly taskId: string; readonly deed: Deed | 'settle' } | null>(null);

  const act = useAction(async (deed: Deed, { id }: TaskView) => {
    setLast({ taskId: id, deed });
    try {
      await DEEDS[deed](id);
      say(TEXT.did[deed]);
    } finally {
      // Also after a refusal: somebody else may have been faster.
      await tasks.reload();
    }
  });
  const settle = (task: TaskView): void => {
    setLast({ taskId: task.id, deed: 'settle' });
    void settlement.settle.run(task);
  };

  const problem: Problem | null = last?.deed === 'settle' ? settlement.settle.problem : act.problem;
  const isListed = tasks.list.data?.items.some(({ id }) => id === last?.taskId) ?? false;
  return {
    ...tasks,
    // While nobody knows, the server refuses what is not one's own.
    roles: staff.data?.roles ?? STAFF_ROLES,
    settlement,
    settle,
    act: (deed: Deed, task: TaskView) => void act.run(deed, task),
    isPending: (deed: Deed, task: TaskView) => act.pending && last?.deed === deed && last.taskId === task.id,
    problemOf: (task: TaskView) => (last?.taskId === task.id ? problem : null),
    /** Of a task that is no longer in the list. */
    otherProblem: isListed ? null : problem,
  };
}
