import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { DayCount } from '../../http/daily-limit';

export interface VerifiedIdentity {
  /** Envelope of a `Person`. */
  person: string;
  /** Keyed hash of the ID number, to find the person again. */
  idNumberHash: string;
  nameMasked: string;
  idNumberMasked: string;
  verifiedAt: Date;
  /** Absent: the provider, before staff could. */
  verifiedBy?: 'provider' | 'staff' | 'face';
}

export interface StoredPassword {
  /** scrypt, with its cost and salt. */
  hash: string;
  setAt: Date;
}

export interface StoredEmail {
  /** Envelope of the address, in small letters. */
  address: string;
  masked: string;
  /** Null for one that the old platform had: it signs nobody in. */
  confirmedAt: Date | null;
}

export interface AccountRecord {
  _id: Types.ObjectId;
  /** Keyed hash of the number, by the newest key of its time; unique. */
  phoneHash: string;
  /** The same by every key of that time; unique, see `account-hashes.ts`. */
  phoneHashes?: string[];
  /** Envelope of the 11-digit number. */
  phone: string;
  phoneMasked: string;
  identity: VerifiedIdentity | null;
  /** Refused real-name checks of one Beijing day. */
  identityFailures: DayCount;
  /** Texts of the consent to process the ID number that were agreed to, each once. */
  identityConsents?: { version: string; at: Date }[];
  /** Face checks begun on one Beijing day. */
  faceStarts?: { day: string; count: number };
  /** Texts of the consent to a face check that were agreed to, each once. */
  faceConsents?: { version: string; at: Date }[];
  /** What was typed for the check and not sent yet, in an envelope. */
  identityDraft?: { typed: string; savedAt: Date };
  /** Absent until one is set: sign-in by code needs none. */
  password?: StoredPassword;
  /** Envelope of a password hash of the old platform, until its first use or the next password. */
  legacyPassword?: string;
  email?: StoredEmail;
  /** Keyed hash of a confirmed address; unique. */
  emailHash?: string;
  /** The same by every key of its time; unique. */
  emailHashes?: string[];
  /** Where an account of the old platform came from. */
  imported?: { file: string; line: number };
  openid: string | null;
  unionid: string | null;
  terms: { version: string; at: Date }[];
  createdAt: Date;
  /** Set when the account is about to be deleted: from then on it is as good as gone. */
  closedAt?: Date;
}

const accountSchema = new Schema<AccountRecord>(
  {
    phoneHash: String,
    // Without a default: an empty array would be one value of the unique index.
    phoneHashes: { type: [String], default: undefined },
    phone: String,
    phoneMasked: String,
    identity: Schema.Types.Mixed,
    identityFailures: { type: Schema.Types.Mixed },
    // Accounts of before have none: without a default they are read as they are stored.
    identityConsents: { type: [Schema.Types.Mixed], default: undefined },
    faceStarts: { type: Schema.Types.Mixed },
    faceConsents: { type: [Schema.Types.Mixed], default: undefined },
    identityDraft: { type: Schema.Types.Mixed },
    password: { type: Schema.Types.Mixed },
    legacyPassword: String,
    email: { type: Schema.Types.Mixed },
    emailHash: String,
    emailHashes: { type: [String], default: undefined },
    imported: { type: Schema.Types.Mixed },
    openid: String,
    unionid: String,
    terms: [Schema.Types.Mixed],
    createdAt: Date,
    closedAt: Date,
  },
  { versionKey: false, collection: 'accounts', minimize: false },
);

export type AccountModel = Model<AccountRecord>;
export const accountModel = (connection: Connection): AccountModel =>
  connection.model<AccountRecord>('Account', accountSchema);

export const IDENTITY_DRAFT_PURPOSE = 'account.identity-draft';
export const PHONE_PURPOSE = 'account.phone';
export const EMAIL_PURPOSE = 'account.email';
export const LEGACY_PASSWORD_PURPOSE = 'account.legacy-password';
/** Of the keyed hash of the ID number, which stands in the envelope of the person. */
export const ID_NUMBER_PURPOSE = 'account.identity.idNumber';
