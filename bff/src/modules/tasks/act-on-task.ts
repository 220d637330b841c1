import { AppError, definitionOfTask, type StaffRole, type TaskSettlement } from '@acceptance/shared';
import { noteAct, noteDecision } from '../../http/act-notes';
import type { Requeue } from '../../jobs/requeue-job';
import type { SettleJob } from '../../jobs/settle-job';
import { settleTaskEntry } from '../../jobs/task-jobs';
import { findTask } from './find-tasks';
import { closing, type TaskModel, type TaskRecord } from './task.model';

/** The member of staff who acts. */
export interface TaskCaller {
  readonly staffId: string;
  readonly roles: readonly StaffRole[];
  readonly now: Date;
}

interface Acting {
  readonly tasks: TaskModel;
  /** The name under which a member of staff is known to colleagues. */
  readonly nameOfStaff: (staffId: string) => Promise<string>;
}

/** An open task that the caller may act upon. @throws AppError tasks.not_found, tasks.closed, tasks.claimed */
async function findOwn({ tasks, nameOfStaff }: Acting, taskId: string, { staffId, roles }: TaskCaller) {
  const task = await findTask(tasks, taskId, roles);
  if (!roles.includes(task.role)) {
    throw new AppError('tasks.not_found');
  }
  if (task.closedAt) {
    throw new AppError('tasks.closed');
  }
  if (task.claimedBy && task.claimedBy !== staffId) {
    throw new AppError('tasks.claimed', { details: { name: await nameOfStaff(task.claimedBy) } });
  }
  return task;
}

const freeFor = (staffId: string) => ({ closedAt: null, claimedBy: { $in: [null, staffId] } });

/** @throws AppError as `findOwn` */
async function change(dependencies: Acting, taskId: string, caller: TaskCaller, update: object): Promise<TaskRecord> {
  const { tasks } = dependencies;
  const changed = await tasks
    .findOneAndUpdate({ _id: taskId, ...freeFor(caller.staffId) }, update, { returnDocument: 'after' })
    .lean<TaskRecord>();
  // Somebody was faster: what it is now says which refusal it is.
  return changed ?? findOwn(dependencies, taskId, caller);
}

export async function claimTask(dependencies: Acting, taskId: string, caller: TaskCaller): Promise<TaskRecord> {
  await findOwn(dependencies, taskId, caller);
  return change(dependencies, taskId, caller, { $set: { claimedBy: caller.staffId } });
}

export async function releaseTask(dependencies: Acting, taskId: string, caller: TaskCaller): Promise<TaskRecord> {
  await findOwn(dependencies, taskId, caller);
  return change(dependencies, taskId, caller, { $set: { claimedBy: null } });
}

/** What a task was about when somebody decided upon it. */
const contentOf = ({ _id, kind, subject, role, facts, openedAt }: TaskRecord) => ({
  task: _id.toHexString(),
  kind,
  subject,
  role,
  facts,
  openedAt,
});

/**
 * Has the work that stopped done again; the task closes when it succeeds. Of parallel redos one job is made.
 * @throws AppError tasks.*
 */
export async function redoTask(
  dependencies: Acting & { readonly requeueJob: Requeue },
  taskId: string,
  caller: TaskCaller,
): Promise<TaskRecord> {
  const task = await findOwn(dependencies, taskId, caller);
  const { redo, redoneAt } = task;
  if (redoneAt) {
    return task;
  }
  if (!redo || definitionOfTask(task.kind).redo === null) {
    throw new AppError('tasks.action_not_offered');
  }
  noteDecision({ ...contentOf(task), redo: redo.job });
  noteAct({ redo: redo.job });
  await change(dependencies, taskId, caller, { $set: { claimedBy: caller.staffId } });
  // The job first, under an id that belongs to this task: after a crash between the two writes a second tap makes no other.
  await dependencies.requeueJob(redo, {
    taskId,
    entryId: `redo-${taskId}-${task.openedAt.getTime()}`,
    now: caller.now,
  });
  return change(dependencies, taskId, caller, { $set: { redoneAt: caller.now, claimedBy: caller.staffId } });
}

/** The owner may be gone, with an account that was deleted: then there is nothing left but the task to settle. */
async function unlessGone(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'orders.not_found')) {
      throw error;
    }
  }
}

interface Settling extends Acting {
  readonly settleJob: SettleJob;
  /** @throws AppError staff.own_order */
  readonly refuseOwnOrder: (staffId: string, orderId: string) => Promise<void>;
}

/**
 * Ends a task in a way that its kind offers. Where it was about work that stopped, what the person has decided is written
 * into its owner first, together with what closes the task: after a crash between the two the task closes by itself.
 * @throws AppError tasks.*, staff.own_order
 */
export async function settleTask(
  dependencies: Settling,
  taskId: string,
  caller: TaskCaller,
  { settlement, note = null }: { readonly settlement: TaskSettlement; readonly note?: string | null },
): Promise<TaskRecord> {
  const task = await findOwn(dependencies, taskId, caller);
  const { staffId, now } = caller;
  const { redo } = task;
  if (!definitionOfTask(task.kind).settlements.includes(settlement)) {
    throw new AppError('tasks.action_not_offered');
  }
  noteDecision({ ...contentOf(task), settlement, note });
  noteAct({ settlement });
  const [subjectKind, subjectId = ''] = task.subject.split(':');
  if (subjectKind === 'order') {
    await unlessGone(dependencies.refuseOwnOrder(staffId, subjectId));
  }
  // Whoever has it alone decides: two people, or a settlement and a redo, never both write.
  const { redoneAt } = await change(dependencies, taskId, caller, { $set: { claimedBy: staffId } });
  if (redoneAt) {
    throw new AppError('tasks.redo_under_way');
  }
  if (redo) {
    const entry = settleTaskEntry({ taskId, outcome: settlement, closedBy: staffId, note }, now);
    await unlessGone(dependencies.settleJob(redo, { settlement, staffId, now, closing: entry }));
  }
  return change(dependencies, taskId, caller, closing({ closedAt: now, closedBy: staffId, outcome: settlement, note }));
}
