import type { StaffRole } from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';

/** An enrolled authenticator (RFC 6238). */
export interface StaffSecondFactor {
  /** Envelope of the shared secret. */
  secret: string;
  /** The newest step whose code was used; no code of it or before it is good again. */
  usedStep: number;
  /** Keyed hashes of the recovery codes that are left. */
  recoveryHashes: string[];
  enrolledAt: Date;
}

export interface StaffInvitation {
  /** Keyed hash of the code. */
  codeHash: string;
  expiresAt: Date;
}

export interface StaffRecord {
  _id: Types.ObjectId;
  /** Lower case. */
  username: string;
  displayName: string;
  /** Absent until the invitation is accepted. */
  passwordHash?: string;
  invitation?: StaffInvitation;
  roles: StaffRole[];
  secondFactor?: StaffSecondFactor;
  /** Envelope of a secret whose first code has not come yet. */
  pendingSecret?: string;
  disabledAt: Date | null;
  createdAt: Date;
}

const staffSchema = new Schema<StaffRecord>(
  {
    username: String,
    displayName: String,
    passwordHash: String,
    invitation: { type: Schema.Types.Mixed },
    roles: [String],
    secondFactor: { type: Schema.Types.Mixed },
    pendingSecret: String,
    disabledAt: Date,
    createdAt: Date,
  },
  { versionKey: false, collection: 'staff' },
);

export type StaffModel = Model<StaffRecord>;
export const staffModel = (connection: Connection): StaffModel => connection.model<StaffRecord>('Staff', staffSchema);
