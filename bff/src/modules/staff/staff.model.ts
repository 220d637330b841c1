import { STAFF_ROLES, type StaffRole, staffRoleSchema } from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, number, objectId, text, texts } from '../../database/validators/stored-shape';

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

export type StaffModel = Model<StaffRecord>;
export const staffModel = storedModel<StaffRecord>(
  'Staff',
  'staff',
)({
  _id: objectId,
  username: text,
  displayName: text,
  passwordHash: v.optional(text),
  invitation: v.optional(v.strictObject({ codeHash: text, expiresAt: date })),
  roles: v.array(staffRoleSchema),
  rolesSince: v.optional(v.strictObject(v.entriesFromList(STAFF_ROLES, v.optional(date)))),
  acceptedAt: v.optional(date),
  ownPhones: v.optional(
    v.array(v.strictObject({ phone: v.optional(text), phoneHash: text, phoneMasked: text, at: date })),
  ),
  appliedChanges: v.optional(texts),
  secondFactor: v.optional(v.strictObject({ secret: text, usedStep: number, recoveryHashes: texts, enrolledAt: date })),
  pendingSecret: v.optional(text),
  factorCertificates: v.optional(v.array(v.strictObject({ _id: objectId, publicKeySha256: text, boundAt: date }))),
  factorsResetAt: v.optional(date),
  disabledAt: dateOrNull,
  createdAt: date,
});
