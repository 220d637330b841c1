import type { FilePurpose, ImageMediaType } from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';

/** What is known of a stored image; the bytes are in the file store under the same id. */
export interface FileRecord {
  _id: Types.ObjectId;
  accountId: string;
  orderId: string;
  purpose: FilePurpose;
  mediaType: ImageMediaType;
  byteLength: number;
  width: number;
  height: number;
  sha256: string;
  /** Of a photo: `picturePrint`, which knows the same picture again when it was only written anew. */
  print?: string;
  /** Of a signature: where the file store has the ink that contracts are printed with, so that no picture is decoded again. */
  inkId?: string;
  createdAt: Date;
  /** An upload or a removal that is under way holds it; nobody else sees it until that has ended. */
  heldBy?: string;
  /** Taken out of its order; it may be put back for an hour and is not shown meanwhile. */
  leftAt?: Date;
  /** Somebody outside of its order looks at it, and it must not go meanwhile. */
  keptFor?: string;
  /** When the sweep looks at it again. */
  checkAt: Date;
}

const fileSchema = new Schema<FileRecord>(
  {
    accountId: String,
    orderId: String,
    purpose: String,
    mediaType: String,
    byteLength: Number,
    width: Number,
    height: Number,
    sha256: String,
    print: String,
    inkId: String,
    createdAt: Date,
    heldBy: String,
    leftAt: Date,
    keptFor: String,
    checkAt: Date,
  },
  { versionKey: false, collection: 'files' },
);

export type FileModel = Model<FileRecord>;
export const fileModel = (connection: Connection): FileModel => connection.model<FileRecord>('File', fileSchema);
