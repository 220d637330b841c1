import type { Model } from 'mongoose';
import { storedModel } from '../../database/validators/stored-model';
import { date, number, text } from '../../database/validators/stored-shape';

/** Wrong passwords of one account, device or address; `_id` is a keyed hash. */
export interface PasswordAttemptRecord {
  _id: string;
  /** Tries that were not right, and those now under way. */
  failures: number;
  /** No try before this. */
  blockedUntil: Date;
  /** A TTL index removes the record after this. */
  forgetAt: Date;
}

export type PasswordAttemptModel = Model<PasswordAttemptRecord>;
export const passwordAttemptModel = storedModel<PasswordAttemptRecord>(
  'PasswordAttempt',
  'password_attempts',
)({
  _id: text,
  failures: number,
  blockedUntil: date,
  forgetAt: date,
});
