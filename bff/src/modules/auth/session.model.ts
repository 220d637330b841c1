import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, number, objectId, text, textOrNull, texts } from '../../database/validators/stored-shape';

/** One signed-in device. */
export interface SessionRecord {
  _id: Types.ObjectId;
  kind: 'applicant' | 'staff';
  subjectId: string;
  /**
   * Random, in each of its refresh tokens: proves that a token was given out once, whatever its age, and opens nothing.
   * Sessions from before there were families get one, and the fields up to `revision`, when they are refreshed.
   */
  family?: string;
  /** SHA-256 of the refresh token now valid. */
  refreshHash: string;
  /** Of those given to late callers beside it; they are as good. At most `refreshSiblings`. */
  siblingHashes?: string[];
  /** Of all that were valid before the last rotation. */
  previousHashes?: string[];
  rotatedAt?: Date;
  /** Counts what was given out, so that of parallel calls one wins. */
  revision?: number;
  /** Of the last token without a session id, which is found by nothing else. */
  previousRefreshHash?: string;
  userAgent: string;
  /** Roughly where it was used last, in words; null when nobody knows. */
  place?: string | null;
  /** The trusted device behind it, as `trusted_devices` knows it. */
  deviceKey?: string;
  /** Hashes of the device by itself, by every key: `deviceKey` has the account in it and is another one in each. */
  deviceTraces?: string[];
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

export type SessionModel = Model<SessionRecord>;
export const sessionModel = storedModel<SessionRecord>(
  'Session',
  'sessions',
)({
  _id: objectId,
  kind: v.picklist(['applicant', 'staff']),
  subjectId: text,
  family: v.optional(text),
  refreshHash: text,
  siblingHashes: v.optional(texts),
  previousHashes: v.optional(texts),
  rotatedAt: v.optional(date),
  revision: v.optional(number),
  previousRefreshHash: v.optional(text),
  userAgent: text,
  place: v.optional(textOrNull),
  deviceKey: v.optional(text),
  deviceTraces: v.optional(texts),
  createdAt: date,
  lastUsedAt: date,
  expiresAt: date,
  endedAt: dateOrNull,
});
