import { type Connection, type Model, Schema } from 'mongoose';

/** One act. Never personal data in clear: ids and codes only. */
export interface AuditEntry {
  at: Date;
  actorKind: 'applicant' | 'staff' | 'system' | 'provider';
  actorId: string | null;
  /** Endpoint or event, e.g. `staff.readOrderFile`. */
  action: string;
  /** `<kind>:<id>`, e.g. `order:65…`. */
  object: string;
  requestId: string | null;
}

const auditEntrySchema = new Schema<AuditEntry>(
  { at: Date, actorKind: String, actorId: String, action: String, object: String, requestId: String },
  { versionKey: false, collection: 'audit_entries' },
);

export type AuditEntryModel = Model<AuditEntry>;
export const auditEntryModel = (connection: Connection): AuditEntryModel =>
  connection.model<AuditEntry>('AuditEntry', auditEntrySchema);
