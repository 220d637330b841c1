import { createHash } from 'node:crypto';
import { COLUMN_ROLES, type ColumnRole } from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { storedModel } from '../../database/validators/stored-model';
import { date, objectId, text, textOrNull, texts } from '../../database/validators/stored-shape';
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

export type SavedLayoutModel = Model<SavedLayoutRecord>;
export const savedLayoutModel = storedModel<SavedLayoutRecord>(
  'StatementLayout',
  'statement_layouts',
)({
  _id: objectId,
  name: text,
  headingKey: text,
  headings: texts,
  roles: v.array(v.picklist(COLUMN_ROLES)),
  incomeWord: textOrNull,
  changedBy: text,
  changedAt: date,
});
