import { definitionOfTask, type TaskFact, type TaskKind } from '@acceptance/shared';
import { unlessTaken } from '../../database/duplicate-key';
import type { RedoableJob, TaskSettling } from '../../jobs/task-jobs';
import { closing, type TaskModel } from './task.model';

export interface NewTask {
  readonly kind: TaskKind;
  readonly subject: string;
  readonly part?: string;
  readonly facts?: Partial<Record<TaskFact, string | number>>;
  readonly redo?: RedoableJob | null;
  readonly now: Date;
}

const HOUR_MS = 3_600_000;
const openKey = (kind: TaskKind, subject: string, part?: string): string =>
  [kind, subject, part].filter((word) => word !== undefined).join('|');

/** Opens a task, or brings the open one of its kind and subject up to date: its facts are the newest, its due stays. */
export async function openTask(
  tasks: TaskModel,
  { kind, subject, part, facts = {}, redo = null, now }: NewTask,
): Promise<void> {
  const { role, dueHours } = definitionOfTask(kind);
  const openFor = openKey(kind, subject, part);
  const fresh = {
    kind,
    subject,
    role,
    openedAt: now,
    dueAt: new Date(now.getTime() + dueHours * HOUR_MS),
    claimedBy: null,
    closedAt: null,
    closedBy: null,
    outcome: null,
    note: null,
  };
  // What was started again has stopped again: the button is there once more.
  const update = { $set: { facts, redo, redoneAt: null }, $setOnInsert: fresh };
  if (!(await unlessTaken(tasks.updateOne({ openFor }, update, { upsert: true })))) {
    await tasks.updateOne({ openFor }, { $set: update.$set });
  }
}

export interface SettledCause extends TaskSettling {
  readonly subject: string;
  readonly now: Date;
}

/** Closes the open task of a kind and subject, or the one of an id: its cause is settled. Without one nothing happens. */
export async function settleCause(
  tasks: TaskModel,
  { kind, subject, part, taskId, outcome, closedBy = null, note = null, now }: SettledCause,
): Promise<void> {
  const which = kind ? { openFor: openKey(kind, subject, part) } : { _id: taskId, closedAt: null };
  await tasks.updateOne(which, closing({ closedAt: now, closedBy, outcome, note }));
}

/** Closes every open task about something that is there no longer. */
export async function settleSubjects(
  tasks: TaskModel,
  { subjects, outcome, now }: { readonly subjects: readonly string[]; readonly outcome: string; readonly now: Date },
): Promise<void> {
  const end = closing({ closedAt: now, closedBy: null, outcome, note: null });
  await tasks.updateMany({ subject: { $in: [...subjects] }, closedAt: null }, end);
}
