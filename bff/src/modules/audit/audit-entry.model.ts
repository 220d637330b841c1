import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { AuditRecord } from './audit-record';

/** One link of the chain as it is stored. `_id` is not part of the hash. */
export type StoredAuditEntry = AuditRecord & { _id: Types.ObjectId };

const auditEntrySchema = new Schema<AuditRecord>(
  {
    seq: Number,
    at: Date,
    actor: { kind: String, id: String, role: String },
    action: String,
    object: String,
    partOf: String,
    address: String,
    outcome: String,
    requestId: String,
    format: Number,
    subjects: { type: [String], default: undefined },
    notes: Schema.Types.Mixed,
    keyId: String,
    mac: String,
    previousHash: String,
    hash: String,
  },
  { versionKey: false, collection: 'audit_entries' },
);

export type AuditEntryModel = Model<AuditRecord>;
export const auditEntryModel = (connection: Connection): AuditEntryModel =>
  connection.model<AuditRecord>('AuditEntry', auditEntrySchema);
