import { type Connection, type Model, Schema } from 'mongoose';
import type { DayCount } from '../../http/daily-limit';

/** The running code of one mobile number or e-mail address; `_id` is its keyed hash. */
export interface SmsCodeRecord {
  _id: string;
  /** Grows with every send; sends compare-and-set on it. */
  revision: number;
  /** Keyed hash over address and code; null when used up. */
  codeHash: string | null;
  expiresAt: Date;
  /** Comparisons made, counted before comparing. */
  tries: number;
  resendAt: Date;
  /** Sends on one Beijing day. */
  sends: DayCount;
  /** A TTL index removes the record after this. */
  forgetAt: Date;
}

const smsCodeSchema = new Schema<SmsCodeRecord>(
  {
    _id: String,
    revision: Number,
    codeHash: String,
    expiresAt: Date,
    tries: Number,
    resendAt: Date,
    sends: Schema.Types.Mixed,
    forgetAt: Date,
  },
  { versionKey: false, collection: 'sms_codes' },
);

export type SmsCodeModel = Model<SmsCodeRecord>;
export const smsCodeModel = (connection: Connection): SmsCodeModel =>
  connection.model<SmsCodeRecord>('SmsCode', smsCodeSchema);
