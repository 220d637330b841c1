import { AppError, type StaffRole, type TaskKind, type TaskSummary } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { countTotal } from '../../database/count-total';
import { beyondTime, readTimeCursor, writeTimeCursor } from '../../database/time-cursor';
import type { TaskModel, TaskRecord } from './task.model';

/** Whose tasks somebody sees: those of all their roles; administrators see where others' work stands still. */
export const tasksSeenBy = (roles: readonly StaffRole[]): QueryFilter<TaskRecord> =>
  roles.includes('administrator') ? {} : { role: { $in: [...roles] } };

/** A task that somebody may see. @throws AppError tasks.not_found */
export async function findTask(tasks: TaskModel, taskId: string, roles: readonly StaffRole[]): Promise<TaskRecord> {
  const task = await tasks.findOne({ _id: taskId, ...tasksSeenBy(roles) }).lean<TaskRecord>();
  if (!task) {
    throw new AppError('tasks.not_found');
  }
  return task;
}

interface TaskQuery {
  readonly roles: readonly StaffRole[];
  readonly kind?: TaskKind;
  readonly state: 'open' | 'closed';
  readonly cursor?: string;
  readonly limit: number;
}

/** Open ones by their due, the most urgent first; closed ones by their end, the newest first. Paged by key. @throws AppError request.cursor_invalid */
export async function listTasks(tasks: TaskModel, { roles, kind, state, cursor, limit }: TaskQuery) {
  const isOpen = state === 'open';
  const sortedBy = isOpen ? ('dueAt' as const) : ('closedAt' as const);
  const filter: QueryFilter<TaskRecord> = {
    ...tasksSeenBy(roles),
    ...(kind && { kind }),
    // Said as the indexes of closed ones say it.
    closedAt: isOpen ? null : { $gt: new Date(0) },
  };
  const from = cursor ? readTimeCursor(cursor) : null;
  const beyond = isOpen ? '$gt' : '$lt';
  const page = from ? { $and: [filter, beyondTime(sortedBy, beyond, from)] } : filter;
  const direction = isOpen ? 1 : -1;
  const [found, total] = await Promise.all([
    tasks
      .find(page as QueryFilter<TaskRecord>)
      .sort({ [sortedBy]: direction, _id: direction })
      .limit(limit + 1)
      .lean<TaskRecord[]>(),
    countTotal(tasks, filter),
  ]);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const at = last?.[sortedBy];
  return {
    tasks: shown,
    nextCursor: found.length > limit && last && at ? writeTimeCursor(at, last._id) : null,
    total,
  };
}

/** What waits for somebody, for the desk's menu. */
export async function summarizeTasks(tasks: TaskModel, roles: readonly StaffRole[], now: Date): Promise<TaskSummary> {
  const open = await tasks
    .find({ ...tasksSeenBy(roles), closedAt: null }, { kind: 1, dueAt: 1 })
    .lean<Pick<TaskRecord, 'kind' | 'dueAt'>[]>();
  const counts = new Map<TaskKind, number>();
  for (const { kind } of open) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return {
    open: open.length,
    overdue: open.filter(({ dueAt }) => dueAt <= now).length,
    byKind: [...counts].map(([kind, count]) => ({ kind, open: count })),
  };
}
