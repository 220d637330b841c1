import { type Connection, type Model, Schema } from 'mongoose';

/** One picture that waits for its answer. */
export interface PictureCodeRecord {
  _id: string;
  /** Keyed hash over id and answer. */
  answerHash: string;
  /** A TTL index removes the record after this. */
  expiresAt: Date;
}

const pictureCodeSchema = new Schema<PictureCodeRecord>(
  { _id: String, answerHash: String, expiresAt: Date },
  { versionKey: false, collection: 'picture_codes' },
);

export type PictureCodeModel = Model<PictureCodeRecord>;
export const pictureCodeModel = (connection: Connection): PictureCodeModel =>
  connection.model<PictureCodeRecord>('PictureCode', pictureCodeSchema);
