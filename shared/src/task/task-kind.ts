import type { StaffRole } from '../schemas/staff-role';

/** How a person may settle a task that no button of ours can settle; the words stand in the record. */
export const TASK_SETTLEMENT_LABELS = {
  'returned-at-platform': '已在商户平台原路退回',
  'returned-by-transfer': '已另行转账退回',
  'booked-as-paid': '已核对到账，按已付款处理',
  'no-money-came': '已核对，没有收到款项',
  'checked-in-order': '已核对，账目无误',
  'new-key': '重新生成密钥',
  'told-by-phone': '已电话告知本人',
  'not-needed': '已无需处理',
  'taken-care-of': '已处理',
} as const;
export type TaskSettlement = keyof typeof TASK_SETTLEMENT_LABELS;
export const TASK_SETTLEMENTS = Object.keys(TASK_SETTLEMENT_LABELS) as readonly TaskSettlement[];

export interface TaskKindDefinition {
  /** What has come to a stop. */
  readonly label: string;
  /** What the person does about it. */
  readonly advice: string;
  /** Who owns it. */
  readonly role: StaffRole;
  /** Hours after opening by which it should be settled. */
  readonly dueHours: number;
  /** Verb on the button that has the work done again; null where nothing can be repeated. */
  readonly redo: string | null;
  /** Ways in which a person may settle it; empty: only the act that settles the cause closes it. */
  readonly settlements: readonly TaskSettlement[];
}

/** One kind of task. */
export const kind = (definition: TaskKindDefinition): TaskKindDefinition => definition;
