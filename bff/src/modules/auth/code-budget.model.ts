import type { Model } from 'mongoose';
import { storedModel } from '../../database/validators/stored-model';
import { date, number, text } from '../../database/validators/stored-shape';

/** How many messages of a kind were sent on one day; `_id` names kind, whom it is about (hashed) and the day. */
export interface CodeBudgetRecord {
  _id: string;
  count: number;
  /** A TTL index removes the record after this. */
  forgetAt: Date;
}

export type CodeBudgetModel = Model<CodeBudgetRecord>;
export const codeBudgetModel = storedModel<CodeBudgetRecord>(
  'CodeBudget',
  'code_budgets',
)({
  _id: text,
  count: number,
  forgetAt: date,
});
