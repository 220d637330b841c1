import { endpoints, type FilePurpose, type UploadedFileView } from '@acceptance/shared';
import { uploadFile } from '../../../api/upload';
import type { ChosenPhoto } from '../../../platform/chosen-photo';

interface SendPhotoOptions {
  readonly orderId: string;
  readonly purpose: FilePurpose;
  /** Whole percent. */
  readonly onProgress: (percent: number) => void;
}

/** Uploads a photo that was prepared. Errors as `uploadFile`. */
export function sendPhoto(photo: ChosenPhoto, options: SendPhotoOptions): Promise<UploadedFileView> {
  const { orderId, purpose, onProgress } = options;
  onProgress(0);
  return uploadFile(endpoints.files.uploadFile, { body: { purpose, orderId } }, photo, { onProgress });
}
