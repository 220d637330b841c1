import { type Connection, type Model, Schema } from 'mongoose';

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

const passwordAttemptSchema = new Schema<PasswordAttemptRecord>(
  { _id: String, failures: Number, blockedUntil: Date, forgetAt: Date },
  { versionKey: false, collection: 'password_attempts' },
);

export type PasswordAttemptModel = Model<PasswordAttemptRecord>;
export const passwordAttemptModel = (connection: Connection): PasswordAttemptModel =>
  connection.model<PasswordAttemptRecord>('PasswordAttempt', passwordAttemptSchema);
