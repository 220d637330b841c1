import type { Model } from 'mongoose';
import { storedModel } from '../../database/validators/stored-model';
import { date, text } from '../../database/validators/stored-shape';

/** One picture that waits for its answer. */
export interface PictureCodeRecord {
  _id: string;
  /** Keyed hash over id and answer. */
  answerHash: string;
  /** A TTL index removes the record after this. */
  expiresAt: Date;
}

export type PictureCodeModel = Model<PictureCodeRecord>;
export const pictureCodeModel = storedModel<PictureCodeRecord>(
  'PictureCode',
  'picture_codes',
)({
  _id: text,
  answerHash: text,
  expiresAt: date,
});
