import { createHash } from 'node:crypto';
import type { ColumnRole } from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';
import { headingsOf } from './statement-layouts';

/** The columns of a bank that the system does not know, as finance has told them. No line of a statement is in it. */
export interface SavedLayoutRecord {
  _id: Types.ObjectId;
  name: string;
  /** Unique. */
  headingKey: string;
  headings: string[];
  roles: ColumnRole[];
  incomeWord: string | null;
  /** Of the staff. */
  changedBy: string;
  changedAt: Date;
}

/** The same for the same heading, whatever a spreadsheet or the bank leaves behind it. */
export function headingKeyOf(line: readonly string[]): string {
  const headings = headingsOf(line);
  const end = headings.findLastIndex((heading) => heading !== '') + 1;
  return createHash('sha256')
    .update(JSON.stringify(headings.slice(0, end)))
    .digest('hex');
}

const layoutSchema = new Schema<SavedLayoutRecord>(
  {
    name: String,
    headingKey: String,
    headings: [String],
    roles: [String],
    incomeWord: String,
    changedBy: String,
    changedAt: Date,
  },
  { versionKey: false, collection: 'statement_layouts' },
);

export type SavedLayoutModel = Model<SavedLayoutRecord>;
export const savedLayoutModel = (connection: Connection): SavedLayoutModel =>
  connection.model<SavedLayoutRecord>('StatementLayout', layoutSchema);
