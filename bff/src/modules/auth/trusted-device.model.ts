import { type Connection, type Model, Schema } from 'mongoose';

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

const trustedDeviceSchema = new Schema<TrustedDeviceRecord>(
  { _id: String, subject: String, trustedAt: Date, forgetAt: Date },
  { versionKey: false, collection: 'trusted_devices' },
);

export type TrustedDeviceModel = Model<TrustedDeviceRecord>;
export const trustedDeviceModel = (connection: Connection): TrustedDeviceModel =>
  connection.model<TrustedDeviceRecord>('TrustedDevice', trustedDeviceSchema);
