import { FILE_PURPOSES, type FilePurpose, IMAGE_MEDIA_TYPES, type ImageMediaType } from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { storedModel } from '../../database/validators/stored-model';
import { date, number, objectId, text } from '../../database/validators/stored-shape';

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

export type FileModel = Model<FileRecord>;
export const fileModel = storedModel<FileRecord>(
  'File',
  'files',
)({
  _id: objectId,
  accountId: text,
  orderId: text,
  purpose: v.picklist(FILE_PURPOSES),
  mediaType: v.picklist(IMAGE_MEDIA_TYPES),
  byteLength: number,
  width: number,
  height: number,
  sha256: text,
  print: v.optional(text),
  inkId: v.optional(text),
  createdAt: date,
  heldBy: v.optional(text),
  leftAt: v.optional(date),
  keptFor: v.optional(text),
  checkAt: date,
});
