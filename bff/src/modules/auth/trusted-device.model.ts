import type { Model } from 'mongoose';
import { storedModel } from '../../database/validators/stored-model';
import { date, text } from '../../database/validators/stored-shape';

/** A device on which somebody has proved more than a password. */
export interface TrustedDeviceRecord {
  /** Keyed hash of subject and device id. */
  _id: string;
  /** Keyed hash of the subject. */
  subject: string;
  trustedAt: Date;
  /** A TTL index removes the record after this. */
  forgetAt: Date;
}

export type TrustedDeviceModel = Model<TrustedDeviceRecord>;
export const trustedDeviceModel = storedModel<TrustedDeviceRecord>(
  'TrustedDevice',
  'trusted_devices',
)({
  _id: text,
  subject: text,
  trustedAt: date,
  forgetAt: date,
});
