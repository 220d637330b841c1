import type { StaffRole, TaskFact, TaskKind } from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';
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

const { Mixed } = Schema.Types;
const taskSchema = new Schema<TaskRecord>(
  {
    kind: String,
    subject: String,
    openFor: String,
    role: String,
    facts: Mixed,
    redo: { type: Mixed },
    openedAt: Date,
    dueAt: Date,
    claimedBy: String,
    redoneAt: Date,
    closedAt: Date,
    closedBy: String,
    outcome: String,
    note: String,
  },
  { versionKey: false, collection: 'tasks', minimize: false },
);

export type TaskModel = Model<TaskRecord>;
export const taskModel = (connection: Connection): TaskModel => connection.model<TaskRecord>('Task', taskSchema);

/** What ends a task. The job goes with it: its payload may tell of a person, and a closed task is kept. */
export const closing = (end: Pick<TaskRecord, 'closedAt' | 'closedBy' | 'outcome' | 'note'>) => ({
  $set: { ...end, redo: null },
  $unset: { openFor: 1 },
});
