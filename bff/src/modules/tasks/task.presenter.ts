import { definitionOfTask, type TaskFact, type TaskSubjectKind, type TaskView } from '@acceptance/shared';
import type { TaskRecord } from './task.model';

/** Names of the staff that tasks mention, by id. */
export type StaffNames = ReadonlyMap<string, string>;

const subjectOf = (subject: string): TaskView['subject'] => {
  const [kind = '', id = ''] = subject.split(':');
  return { kind: kind as TaskSubjectKind, id };
};

const closingOf = ({ closedAt, closedBy, outcome, note }: TaskRecord, names: StaffNames): TaskView['closed'] =>
  closedAt && {
    at: closedAt.toISOString(),
    outcome: outcome ?? '',
    note,
    by: closedBy ? (names.get(closedBy) ?? '') : null,
  };

export function presentTask(task: TaskRecord, { names, staffId }: { names: StaffNames; staffId: string }): TaskView {
  const { redo: verb, settlements } = definitionOfTask(task.kind);
  const isOpen = task.closedAt === null;
  return {
    id: task._id.toHexString(),
    kind: task.kind,
    subject: subjectOf(task.subject),
    facts: Object.entries(task.facts).map(([name, value]) => ({ name: name as TaskFact, value })),
    openedAt: task.openedAt.toISOString(),
    dueAt: task.dueAt.toISOString(),
    claimedBy: task.claimedBy
      ? { displayName: names.get(task.claimedBy) ?? '', isMe: task.claimedBy === staffId }
      : null,
    redoneAt: task.redoneAt?.toISOString() ?? null,
    canRedo: isOpen && verb !== null && task.redo !== null && task.redoneAt === null,
    settlements: isOpen ? [...settlements] : [],
    closed: closingOf(task, names),
  };
}
