import { FILE_PURPOSES, type FileView, IMAGE_MEDIA_TYPES } from '@acceptance/shared';
import * as v from 'valibot';
import { number, text } from '../../database/validators/stored-shape';
import type { FileRecord } from './file.model';

/** What an order keeps of a file it uses: enough to show it without another look-up. */
export interface FileReference {
  readonly id: string;
  readonly purpose: FileView['purpose'];
  readonly mediaType: FileView['mediaType'];
  readonly byteLength: number;
  readonly width: number;
  readonly height: number;
}

export const storedFileReference = v.strictObject({
  id: text,
  purpose: v.picklist(FILE_PURPOSES),
  mediaType: v.picklist(IMAGE_MEDIA_TYPES),
  byteLength: number,
  width: number,
  height: number,
});

export const referenceTo = (file: FileRecord): FileReference => ({
  id: file._id.toHexString(),
  purpose: file.purpose,
  mediaType: file.mediaType,
  byteLength: file.byteLength,
  width: file.width,
  height: file.height,
});
