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

/**
 * A key that is a second factor. The key and not a certificate: one that is renewed with its key stays good, and with a new
 * key must be bound anew. Whether a valid certificate of ours has the key is asked each time it answers.
 */
export interface StaffFactorCertificate {
  _id: Types.ObjectId;
  /** Of SubjectPublicKeyInfo, hexadecimal; unique, so that no key speaks for two members. */
  publicKeySha256: string;
  boundAt: Date;
}

export interface StaffInvitation {
  /** Keyed hash of the code. */
  codeHash: string;
  expiresAt: Date;
}

/** A mobile number of a member's own, as they entered it: nobody decides on an application of their own. */
export interface StaffOwnPhone {
  /** Envelope of the number; absent for one entered before numbers were kept. */
  phone?: string;
  /** Keyed as those of applicants' accounts are, so that the two can be compared. */
  phoneHash: string;
  phoneMasked: string;
  at: Date;
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
  /** When roles were given. One without a moment was there from the beginning: it counts at once. */
  rolesSince?: Partial<Record<StaffRole, Date>>;
  /** When the last invitation was accepted: from then on the account may be in somebody else's hands. */
  acceptedAt?: Date;
  /** Numbers are added, never taken away: who changes theirs is still the person of the earlier one. */
  ownPhones?: StaffOwnPhone[];
  /** Changes by two persons that are in this record already, so that a repeated job writes none twice. */
  appliedChanges?: string[];
  secondFactor?: StaffSecondFactor;
  /** Envelope of a secret whose first code has not come yet. */
  pendingSecret?: string;
  /** Absent without one: the unique index has no entry then. */
  factorCertificates?: StaffFactorCertificate[];
  /** When second factors were last taken away: what was asked for before does not come into effect after it. */
  factorsResetAt?: Date;
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
    rolesSince: { type: Schema.Types.Mixed },
    acceptedAt: Date,
    ownPhones: { type: [Schema.Types.Mixed], default: undefined },
    appliedChanges: { type: [String], default: undefined },
    secondFactor: { type: Schema.Types.Mixed },
    pendingSecret: String,
    factorCertificates: { type: [Schema.Types.Mixed], default: undefined },
    factorsResetAt: Date,
    disabledAt: Date,
    createdAt: Date,
  },
  { versionKey: false, collection: 'staff' },
);

export type StaffModel = Model<StaffRecord>;
export const staffModel = (connection: Connection): StaffModel => connection.model<StaffRecord>('Staff', staffSchema);
