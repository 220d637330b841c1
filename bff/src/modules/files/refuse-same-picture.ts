import { AppError, isSamePicture } from '@acceptance/shared';
import type { FileModel, FileRecord } from './file.model';

/**
 * Two photos that are to show two sides must be two pictures; by what is in them, for the same picture saved again has other bytes.
 * @throws AppError files.same_as_other_side
 */
export async function refuseSamePicture(files: FileModel, fileIds: readonly [string, string]): Promise<void> {
  const found = await files
    .find({ _id: { $in: [...fileIds] } }, { sha256: 1, print: 1 })
    .lean<Pick<FileRecord, 'sha256' | 'print'>[]>();
  const [one, other] = found;
  if (!one || !other) {
    return;
  }
  const isSame =
    one.sha256 === other.sha256 ||
    (one.print !== undefined && other.print !== undefined && isSamePicture(one.print, other.print));
  if (isSame) {
    throw new AppError('files.same_as_other_side');
  }
}
