import type { Model } from 'mongoose';
import { storedModel } from '../../database/validators/stored-model';
import { date, dayCount, number, text, textOrNull } from '../../database/validators/stored-shape';
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

export type SmsCodeModel = Model<SmsCodeRecord>;
export const smsCodeModel = storedModel<SmsCodeRecord>(
  'SmsCode',
  'sms_codes',
)({
  _id: text,
  revision: number,
  codeHash: textOrNull,
  expiresAt: date,
  tries: number,
  resendAt: date,
  sends: dayCount,
  forgetAt: date,
});
