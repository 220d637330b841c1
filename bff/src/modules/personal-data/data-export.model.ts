import { DATA_EXPORT_STATES } from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, number, objectId, text, texts } from '../../database/validators/stored-shape';

/** One export of somebody's data. Its ZIP is in the file store, in parts. */
export interface DataExportRecord {
  _id: Types.ObjectId;
  accountId: string;
  /** The account's id while it is being prepared, absent afterwards: unique, so that there is one at a time. */
  openFor?: string;
  /** `failed`: it could not be made; staff have a task. */
  state: 'preparing' | 'ready' | 'expired' | 'failed';
  requestedAt: Date;
  expiresAt: Date | null;
  byteLength: number | null;
  /** Which run makes it: what an earlier one writes after that is nobody's. */
  run?: string;
  /** Ids of the parts in the file store, each noted before it is written. Absent in exports of before: one, under the same id. */
  parts?: string[];
  outbox: OutboxEntry[];
}

export type DataExportModel = Model<DataExportRecord>;
export const dataExportModel = storedModel<DataExportRecord>(
  'DataExport',
  'data_exports',
)({
  _id: objectId,
  accountId: text,
  openFor: v.optional(text),
  state: v.picklist(DATA_EXPORT_STATES),
  requestedAt: date,
  expiresAt: dateOrNull,
  byteLength: v.nullable(number),
  run: v.optional(text),
  parts: v.optional(texts),
  outbox: storedOutbox,
});

/** How long an export may be fetched. */
export const EXPORT_LIFE_MS = 72 * 3_600_000;
