import { CHALLENGE_PURPOSES, type ChallengePurpose } from '@acceptance/shared';
import type { Model } from 'mongoose';
import * as v from 'valibot';
import { storedModel } from '../../database/validators/stored-model';
import { date, text, textOrNull } from '../../database/validators/stored-shape';

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

export type CertificateChallengeModel = Model<CertificateChallengeRecord>;
export const certificateChallengeModel = storedModel<CertificateChallengeRecord>(
  'CertificateChallenge',
  'certificate_challenges',
)({
  _id: text,
  purpose: v.picklist(CHALLENGE_PURPOSES),
  origin: text,
  device: text,
  session: textOrNull,
  expiresAt: date,
});
