import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { OutboxEntry } from '../../database/outbox';

/** One export of somebody's data; the ZIP is in the file store under the same id. */
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
    outbox: [Schema.Types.Mixed],
  },
  { versionKey: false, collection: 'data_exports', minimize: false },
);

export type DataExportModel = Model<DataExportRecord>;
export const dataExportModel = (connection: Connection): DataExportModel =>
  connection.model<DataExportRecord>('DataExport', dataExportSchema);

/** How long an export may be fetched. */
export const EXPORT_LIFE_MS = 72 * 3_600_000;
