import { AppError, type FilePurpose } from '@acceptance/shared';
import type { BinaryResult } from '../../http/request-context';
import type { FileStore } from '../../ports/file-store';
import type { FileModel, FileRecord } from './file.model';
import { type FileReference, referenceTo } from './file.presenter';
import { type FindFileHolders, isKept } from './file-holder';
import { UNHELD } from './remove-file';

/** The record of one's own file. @throws AppError files.not_found, also for somebody else's. */
async function findOwnFile(files: FileModel, accountId: string, fileId: string): Promise<FileRecord> {
  const file = await files.findOne({ ...UNHELD, _id: fileId, accountId }).lean<FileRecord>();
  if (!file) {
    throw new AppError('files.not_found');
  }
  return file;
}

/**
 * The bytes of one's own file: one that its order refers to, or that is on its way there.
 * @throws AppError files.not_found, also when its order is gone or has let go of it
 */
export async function readOwnFile(
  { files, fileStore, findFileHolders }: { files: FileModel; fileStore: FileStore; findFileHolders: FindFileHolders },
  accountId: string,
  fileId: string,
): Promise<BinaryResult> {
  const file = await findOwnFile(files, accountId, fileId);
  const holder = (await findFileHolders([file.orderId])).get(file.orderId);
  if (!holder || (file.leftAt && !isKept(holder, file))) {
    throw new AppError('files.not_found');
  }
  return readFileBytes(fileStore, referenceTo(file));
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

/** The ink of a signature; null for one that was uploaded before ink was stored. */
export async function readInk(
  { files, fileStore }: { files: FileModel; fileStore: FileStore },
  signatureId: string,
): Promise<Buffer | null> {
  const file = await files.findOne({ _id: signatureId }, { inkId: 1 }).lean<Pick<FileRecord, 'inkId'>>();
  return file?.inkId ? fileStore.read(file.inkId) : null;
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
