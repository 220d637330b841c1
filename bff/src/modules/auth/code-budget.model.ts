import { type Connection, type Model, Schema } from 'mongoose';

/** How many messages of a kind were sent on one day; `_id` names kind, whom it is about (hashed) and the day. */
export interface CodeBudgetRecord {
  _id: string;
  count: number;
  /** A TTL index removes the record after this. */
  forgetAt: Date;
}

const codeBudgetSchema = new Schema<CodeBudgetRecord>(
  { _id: String, count: Number, forgetAt: Date },
  { versionKey: false, collection: 'code_budgets' },
);

export type CodeBudgetModel = Model<CodeBudgetRecord>;
export const codeBudgetModel = (connection: Connection): CodeBudgetModel =>
  connection.model<CodeBudgetRecord>('CodeBudget', codeBudgetSchema);
