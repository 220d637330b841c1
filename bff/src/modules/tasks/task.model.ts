import {
  type StaffRole,
  staffRoleSchema,
  TASK_FACT_LABELS,
  type TaskFact,
  type TaskKind,
  taskKindSchema,
} from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { storedModel } from '../../database/validators/stored-model';
import {
  anyObject,
  date,
  dateOrNull,
  number,
  objectId,
  text,
  textOrNull,
} from '../../database/validators/stored-shape';
import type { RedoableJob } from '../../jobs/task-jobs';

/** Something that a person must look at. */
export interface TaskRecord {
  _id: Types.ObjectId;
  kind: TaskKind;
  /** `order:<id>`, `phoneChange:<id>`, `system:<what>` … */
  subject: string;
  /** Kind and subject while it is open, absent afterwards: unique, so that a cause has one task at a time. */
  openFor?: string;
  role: StaffRole;
  facts: Partial<Record<TaskFact, string | number>>;
  /** The job that can be done again. */
  redo: RedoableJob | null;
  openedAt: Date;
  dueAt: Date;
  claimedBy: string | null;
  redoneAt: Date | null;
  closedAt: Date | null;
  /** Id of the member of staff; null when the act that settled the cause closed it. */
  closedBy: string | null;
  outcome: string | null;
  note: string | null;
}

export type TaskModel = Model<TaskRecord>;
export const taskModel = storedModel<TaskRecord>(
  'Task',
  'tasks',
)({
  _id: objectId,
  kind: taskKindSchema,
  subject: text,
  openFor: v.optional(text),
  role: staffRoleSchema,
  facts: v.strictObject(
    v.entriesFromList(Object.keys(TASK_FACT_LABELS) as TaskFact[], v.optional(v.union([text, number]))),
  ),
  redo: v.nullable(
    v.strictObject({ queue: text, ownerId: text, job: text, payload: anyObject<Record<string, unknown>>() }),
  ),
  openedAt: date,
  dueAt: date,
  claimedBy: textOrNull,
  redoneAt: dateOrNull,
  closedAt: dateOrNull,
  closedBy: textOrNull,
  outcome: textOrNull,
  note: textOrNull,
});

/** What ends a task. The job goes with it: its payload may tell of a person, and a closed task is kept. */
export const closing = (end: Pick<TaskRecord, 'closedAt' | 'closedBy' | 'outcome' | 'note'>) => ({
  $set: { ...end, redo: null },
  $unset: { openFor: 1 },
});
