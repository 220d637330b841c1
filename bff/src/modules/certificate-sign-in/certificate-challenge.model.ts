import type { ChallengePurpose } from '@acceptance/shared';
import { type Connection, type Model, Schema } from 'mongoose';

/** A challenge that waits for its answer. It holds nothing by which it could be answered or asked for again. */
export interface CertificateChallengeRecord {
  /** SHA-256 of the nonce, hexadecimal. */
  _id: string;
  purpose: ChallengePurpose;
  origin: string;
  /** SHA-256 of the id of the device that asked, hexadecimal: 240 random bits need no key. */
  device: string;
  /** SHA-256 of the id of the session that asked; null, also in records of before, for somebody who has none yet. */
  session: string | null;
  /** A TTL index removes the record after this. */
  expiresAt: Date;
}

const certificateChallengeSchema = new Schema<CertificateChallengeRecord>(
  { _id: String, purpose: String, origin: String, device: String, session: String, expiresAt: Date },
  { versionKey: false, collection: 'certificate_challenges' },
);

export type CertificateChallengeModel = Model<CertificateChallengeRecord>;
export const certificateChallengeModel = (connection: Connection): CertificateChallengeModel =>
  connection.model<CertificateChallengeRecord>('CertificateChallenge', certificateChallengeSchema);
