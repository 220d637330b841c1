import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { Act } from './audit-record';

/** Calls of one kind in one minute, until they are put into the chain as one record. */
export interface AuditCountRecord {
  _id: Types.ObjectId;
  /** What they have in common, with the minute; absent from when the count is put into the chain. */
  key?: string;
  /** The first of them. */
  act: Act;
  count: number;
  lastAt: Date;
  /** When the minute is over; while somebody is putting it into the chain, when another one may. */
  closesAt: Date;
}

const auditCountSchema = new Schema<AuditCountRecord>(
  { key: String, act: Schema.Types.Mixed, count: Number, lastAt: Date, closesAt: Date },
  { versionKey: false, collection: 'audit_counts', minimize: false },
);

export type AuditCountModel = Model<AuditCountRecord>;
export const auditCountModel = (connection: Connection): AuditCountModel =>
  connection.model<AuditCountRecord>('AuditCount', auditCountSchema);
