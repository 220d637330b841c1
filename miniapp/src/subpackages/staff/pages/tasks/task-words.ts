import {
  definitionOfTask,
  formatFen,
  STAFF_CHANGE_STATES,
  type StaffChangeState,
  type StaffRole,
  TASK_SETTLEMENTS,
  type TaskFact,
  type TaskSettlement,
  type TaskView,
} from '@acceptance/shared';
import type { StatusTone } from '../../../../components/status-tag';
import { formatChinaDateTime } from '../../../../text/china-date';
import { STAFF_ACCOUNT_TEXT } from '../../texts-accounts';
import {
  TASK_FACT_LABELS,
  TASK_SETTLEMENT_LABELS,
  TASK_SUBJECT_LABELS,
  STAFF_TASK_TEXT as TEXT,
} from '../../texts-tasks';

export interface WordedFact {
  readonly label: string;
  readonly value: string;
}

function valueWords(name: TaskFact, value: string | number): string {
  if (name.endsWith('Fen') && typeof value === 'number') {
    return formatFen(value);
  }
  const text = String(value);
  switch (name) {
    case 'promisedBy':
      return formatChinaDateTime(text);
    case 'reason':
      // What we have no words for stays a code: operators of the gateways speak in them.
      return TEXT.reasons[text] ?? text;
    case 'credential':
      return TEXT.credentials[text] ?? text;
    default:
      return text;
  }
}

/** One fact in words: amounts as money, moments as dates. */
export const factWords = ({ name, value }: TaskView['facts'][number]): WordedFact => ({
  label: TASK_FACT_LABELS[name],
  value: valueWords(name, value),
});

/** What the task is about, with its facts; names of jobs are for engineers and stay out. */
export function shownFacts({ subject, facts }: Pick<TaskView, 'subject' | 'facts'>): readonly WordedFact[] {
  const shown = facts.filter(({ name }) => name !== 'job').map(factWords);
  // An order is known by its number.
  const about = { label: TEXT.about, value: TASK_SUBJECT_LABELS[subject.kind] };
  return facts.some(({ name }) => name === 'orderNumber') ? shown : [about, ...shown];
}

const ownedBy = ({ kind }: Pick<TaskView, 'kind'>): StaffRole => definitionOfTask(kind).role;

/** Whether somebody with these roles may act: administrators see all tasks, and each is done by the role that owns it. */
export const mayActOn = (task: Pick<TaskView, 'kind' | 'claimedBy'>, roles: readonly StaffRole[]): boolean =>
  roles.includes(ownedBy(task)) && (task.claimedBy?.isMe ?? true);

/** Who is on it, or who should be. */
export function ownerWords(
  task: Pick<TaskView, 'kind' | 'claimedBy'>,
  roles: readonly StaffRole[],
): { readonly words: string; readonly tone: StatusTone } {
  const { claimedBy } = task;
  if (claimedBy) {
    return claimedBy.isMe
      ? { words: TEXT.claimedByMe, tone: 'active' }
      : { words: TEXT.claimedBy(claimedBy.displayName), tone: 'neutral' };
  }
  const role = ownedBy(task);
  return roles.includes(role)
    ? { words: TEXT.unclaimed, tone: 'neutral' }
    : { words: TEXT.waitsForRole(STAFF_ACCOUNT_TEXT.role[role]), tone: 'neutral' };
}

const isSettlement = (outcome: string): outcome is TaskSettlement =>
  (TASK_SETTLEMENTS as readonly string[]).includes(outcome);

const isChangeState = (outcome: string): outcome is StaffChangeState =>
  (STAFF_CHANGE_STATES as readonly string[]).includes(outcome);

/** How a task ended. */
export function outcomeWords(outcome: string): string {
  if (isSettlement(outcome)) {
    return TASK_SETTLEMENT_LABELS[outcome];
  }
  if (isChangeState(outcome)) {
    return STAFF_ACCOUNT_TEXT.changeState[outcome];
  }
  return outcome === 'redone' ? TEXT.redoneOutcome : TEXT.byItself;
}
