import type { StaffChangeKind, StaffChangeState, StaffRole } from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { OutboxEntry } from '../../database/outbox';

/** What one person has asked for and another must agree to, or time must pass for. */
export interface StaffChangeRecord {
  _id: Types.ObjectId;
  kind: StaffChangeKind;
  state: StaffChangeState;
  /** Whom it concerns; for somebody who is to be added the id that they will have. */
  memberId: string;
  username: string;
  displayName: string;
  granted: StaffRole[];
  revoked: StaffRole[];
  /** The key that is to be a second factor, and what people know its certificate by. */
  certificate?: { readonly publicKeySha256: string; readonly serialNumber: string };
  /** Keyed hash of the invitation code that becomes good with the change. */
  codeHash?: string;
  /** Kind and member while it waits, absent afterwards: unique, so that there is one at a time. */
  openFor?: string;
  by: string;
  at: Date;
  approvedBy: string | null;
  /** When it takes effect without approval; null: it waits for another administrator. */
  effectiveAt: Date | null;
  expiresAt: Date;
  settledAt: Date | null;
  /** Who cancelled it. */
  settledBy: string | null;
  /** Why it could not be made: a code. */
  failure: string | null;
  outbox: OutboxEntry[];
}

const staffChangeSchema = new Schema<StaffChangeRecord>(
  {
    kind: String,
    state: String,
    memberId: String,
    username: String,
    displayName: String,
    granted: [String],
    revoked: [String],
    certificate: Schema.Types.Mixed,
    codeHash: String,
    openFor: String,
    by: String,
    at: Date,
    approvedBy: String,
    effectiveAt: Date,
    expiresAt: Date,
    settledAt: Date,
    settledBy: String,
    failure: String,
    outbox: [Schema.Types.Mixed],
  },
  { versionKey: false, collection: 'staff_changes', minimize: false },
);

export type StaffChangeModel = Model<StaffChangeRecord>;
export const staffChangeModel = (connection: Connection): StaffChangeModel =>
  connection.model<StaffChangeRecord>('StaffChange', staffChangeSchema);
