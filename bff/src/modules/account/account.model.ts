import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { storedModel } from '../../database/validators/stored-model';
import {
  date,
  dateOrNull,
  dayCount,
  number,
  objectId,
  text,
  textOrNull,
  texts,
} from '../../database/validators/stored-shape';
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

export type AccountModel = Model<AccountRecord>;
const consents = v.array(v.strictObject({ version: text, at: date }));
export const accountModel = storedModel<AccountRecord>(
  'Account',
  'accounts',
)({
  _id: objectId,
  phoneHash: text,
  phoneHashes: v.optional(texts),
  phone: text,
  phoneMasked: text,
  identity: v.nullable(
    v.strictObject({
      person: text,
      idNumberHash: text,
      nameMasked: text,
      idNumberMasked: text,
      verifiedAt: date,
      verifiedBy: v.optional(v.picklist(['provider', 'staff', 'face'])),
    }),
  ),
  identityFailures: dayCount,
  identityConsents: v.optional(consents),
  faceStarts: v.optional(dayCount),
  faceConsents: v.optional(consents),
  identityDraft: v.optional(v.strictObject({ typed: text, savedAt: date })),
  password: v.optional(v.strictObject({ hash: text, setAt: date })),
  legacyPassword: v.optional(text),
  email: v.optional(v.strictObject({ address: text, masked: text, confirmedAt: dateOrNull })),
  emailHash: v.optional(text),
  emailHashes: v.optional(texts),
  imported: v.optional(v.strictObject({ file: text, line: number })),
  openid: textOrNull,
  unionid: textOrNull,
  terms: consents,
  createdAt: date,
  closedAt: v.optional(date),
});

export const IDENTITY_DRAFT_PURPOSE = 'account.identity-draft';
export const PHONE_PURPOSE = 'account.phone';
export const EMAIL_PURPOSE = 'account.email';
export const LEGACY_PASSWORD_PURPOSE = 'account.legacy-password';
/** Of the keyed hash of the ID number, which stands in the envelope of the person. */
export const ID_NUMBER_PURPOSE = 'account.identity.idNumber';
