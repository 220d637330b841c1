import * as v from 'valibot';
import { TASK_SETTLEMENTS } from '../task/task-kind';
import {
  TASK_FACT_LABELS,
  TASK_KIND_NAMES,
  TASK_SUBJECT_LABELS,
  type TaskFact,
  type TaskSubjectKind,
} from '../task/task-kinds';
import { timestampSchema } from './identifiers';

export const taskKindSchema = v.picklist(TASK_KIND_NAMES);
export const taskSettlementSchema = v.picklist(TASK_SETTLEMENTS, '请选择处理结果');

/** A task as the staff who own it see it. */
export const taskSchema = v.object({
  id: v.string(),
  kind: taskKindSchema,
  subject: v.object({ kind: v.picklist(Object.keys(TASK_SUBJECT_LABELS) as TaskSubjectKind[]), id: v.string() }),
  facts: v.array(
    v.object({
      name: v.picklist(Object.keys(TASK_FACT_LABELS) as TaskFact[]),
      value: v.union([v.string(), v.number()]),
    }),
  ),
  openedAt: timestampSchema,
  dueAt: timestampSchema,
  /** Who works on it; null: nobody yet. */
  claimedBy: v.nullable(v.object({ displayName: v.string(), isMe: v.boolean() })),
  /** Set while work that was started again is under way. */
  redoneAt: v.nullable(timestampSchema),
  canRedo: v.boolean(),
  settlements: v.array(taskSettlementSchema),
  closed: v.nullable(
    v.object({
      at: timestampSchema,
      outcome: v.string(),
      note: v.nullable(v.string()),
      /** Name of the member of staff; null when it closed by itself. */
      by: v.nullable(v.string()),
    }),
  ),
});
export type TaskView = v.InferOutput<typeof taskSchema>;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** For the desk's menu: what waits for the person who asks. */
export const taskSummarySchema = v.object({
  open: count,
  overdue: count,
  byKind: v.array(v.object({ kind: taskKindSchema, open: count })),
});
export type TaskSummary = v.InferOutput<typeof taskSummarySchema>;
