import type { TaskFact, TaskKind } from '@acceptance/shared';
import { type OutboxEntry, outboxEntry } from '../database/outbox';
import { defineJobs } from './job-kind';

/** Opens and settles tasks; at home in every queue, so that a cause and its task are one write. */
export const TASK_JOBS = defineJobs('*', {
  openTask: { name: 'open-task', lane: 'tasks', timeLimitMs: 30_000, retry: 'never-give-up', task: null },
  settleTask: { name: 'settle-task', lane: 'tasks', timeLimitMs: 30_000, retry: 'never-give-up', task: null },
});

/** A job that a task can have done again. */
export interface RedoableJob {
  readonly queue: string;
  readonly ownerId: string;
  readonly job: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface TaskOpening {
  readonly kind: TaskKind;
  /** The part of the owner that it is about, where each part has a task of its own: one of its payment attempts. */
  readonly part?: string;
  readonly facts: Partial<Record<TaskFact, string | number>>;
  readonly redo: RedoableJob | null;
}

/** An entry that opens a task about the owner of the outbox it is put into. Opening it twice is one task. */
export const openTaskEntry = (opening: TaskOpening, now: Date): OutboxEntry =>
  outboxEntry(TASK_JOBS.openTask, now, { ...opening });

export interface TaskSettling {
  readonly kind?: TaskKind;
  readonly part?: string;
  readonly taskId?: string;
  readonly outcome: string;
  /** Id of the member of staff who has settled it, and what they noted; absent when nobody had to. */
  readonly closedBy?: string | null;
  readonly note?: string | null;
}

/** An entry that settles the task of a kind about its owner, or one by id; without such a task nothing happens. */
export const settleTaskEntry = (settling: TaskSettling, now: Date): OutboxEntry =>
  outboxEntry(TASK_JOBS.settleTask, now, { ...settling }, settling.taskId && `settle-${settling.taskId}`);

/** What `openTaskEntry` wrote. */
export const openingOf = ({ payload }: OutboxEntry) => payload as unknown as TaskOpening;
/** What `settleTaskEntry` wrote. */
export const settlingOf = ({ payload }: OutboxEntry) => payload as unknown as TaskSettling;

/** A task that nobody has opened yet must not be opened after it was settled. */
export const FORGET_UNOPENED_TASK = { $pull: { outbox: { job: TASK_JOBS.openTask.name, leasedBy: null } } } as const;

/** The task of those who may publish a draft: it waits for them until it ends, which goes into the same write. */
export const draftTask = (kind: TaskKind) => ({
  waits: (now: Date): OutboxEntry => openTaskEntry({ kind, facts: {}, redo: null }, now),
  ended: (outcome: 'published' | 'discarded', closedBy: string | null, now: Date): OutboxEntry =>
    settleTaskEntry({ kind, outcome, closedBy }, now),
});
