import { endpoints, type FilePurpose, type FileView } from '@acceptance/shared';
import { uploadFile } from '../../../api/upload';
import type { ChosenPhoto } from '../../../platform/chosen-photo';
import { fitPhoto } from './fit-photo';
import { reencodePhoto } from './reencode-photo';

interface SendPhotoOptions {
  readonly orderId: string;
  readonly purpose: FilePurpose;
  /** Whole percent. */
  readonly onProgress: (percent: number) => void;
}

/** Checks a photo, shrinks it where it must be, and uploads it. Errors as `fitPhoto` and `uploadFile`. */
export async function sendPhoto(photo: ChosenPhoto, options: SendPhotoOptions): Promise<FileView> {
  const { orderId, purpose, onProgress } = options;
  onProgress(0);
  const fitted = await fitPhoto(photo, purpose, reencodePhoto);
  return uploadFile(endpoints.files.uploadFile, { body: { purpose, orderId } }, fitted, { onProgress });
}
