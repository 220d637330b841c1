import { AppError, type FilePurpose } from '@acceptance/shared';
import type { BinaryResult } from '../../http/request-context';
import type { FileStore } from '../../ports/file-store';
import type { FileModel, FileRecord } from './file.model';
import { type FileReference, referenceTo } from './file.presenter';

/** The record of one's own file. @throws AppError files.not_found, also for somebody else's. */
export async function findOwnFile(files: FileModel, accountId: string, fileId: string): Promise<FileRecord> {
  const file = await files.findOne({ _id: fileId, accountId }).lean<FileRecord>();
  if (!file) {
    throw new AppError('files.not_found');
  }
  return file;
}

/** A file of one's own order for a given use. @throws AppError files.not_found, files.wrong_purpose */
export async function referenceOwnFile(
  files: FileModel,
  { accountId, orderId, fileId, purpose }: { accountId: string; orderId: string; fileId: string; purpose: FilePurpose },
): Promise<FileReference> {
  const file = await findOwnFile(files, accountId, fileId);
  if (file.orderId !== orderId) {
    throw new AppError('files.not_found');
  }
  if (file.purpose !== purpose) {
    throw new AppError('files.wrong_purpose');
  }
  return referenceTo(file);
}

/** Removes every upload of an order that is gone; the bytes first, so that a record always leads to what is left. */
export async function deleteFilesOfOrder(
  { files, fileStore }: { files: FileModel; fileStore: FileStore },
  { accountId, orderId }: { accountId: string; orderId: string },
): Promise<void> {
  const uploads = await files.find({ accountId, orderId }).lean<FileRecord[]>();
  for (const upload of uploads) {
    await fileStore.delete(upload._id.toHexString());
    await files.deleteOne({ _id: upload._id });
  }
}

/** The bytes of a file that an order refers to. @throws AppError files.not_found */
export async function readFileBytes(
  fileStore: FileStore,
  file: Pick<FileReference, 'id' | 'mediaType'>,
): Promise<BinaryResult> {
  const bytes = await fileStore.read(file.id);
  if (!bytes) {
    throw new AppError('files.not_found');
  }
  return { bytes, mediaType: file.mediaType };
}
