import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { OutboxEntry } from '../../database/outbox';

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

const dataExportSchema = new Schema<DataExportRecord>(
  {
    accountId: String,
    openFor: String,
    state: String,
    requestedAt: Date,
    expiresAt: Date,
    byteLength: Number,
    run: String,
    // Exports of before have none: without a default they are read as they are stored.
    parts: { type: [String], default: undefined },
    outbox: [Schema.Types.Mixed],
  },
  { versionKey: false, collection: 'data_exports', minimize: false },
);

export type DataExportModel = Model<DataExportRecord>;
export const dataExportModel = (connection: Connection): DataExportModel =>
  connection.model<DataExportRecord>('DataExport', dataExportSchema);

/** How long an export may be fetched. */
export const EXPORT_LIFE_MS = 72 * 3_600_000;
