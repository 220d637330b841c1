import type { FileModel } from './file.model';
import { UNHELD } from './remove-file';

const HOUR_MS = 3_600_000;
/** The applicant may undo that an attachment was taken out. */
export const UNDO_MS = HOUR_MS;

/** Takes files out of sight that an order has let go of; the sweep removes them unless they were put back. */
export async function leaveOrder(files: FileModel, fileIds: readonly string[], now: Date): Promise<void> {
  if (fileIds.length > 0) {
    const checkAt = new Date(now.getTime() + UNDO_MS);
    await files.updateMany({ _id: { $in: [...fileIds] }, ...UNHELD }, { $set: { leftAt: now, checkAt } });
  }
}

/** Which of the files are not there any more. */
export async function findLost(files: FileModel, fileIds: readonly string[]): Promise<string[]> {
  const there = await files.find({ _id: { $in: [...fileIds] }, ...UNHELD }, { _id: 1 }).lean();
  const ids = new Set(there.map(({ _id }) => _id.toHexString()));
  return fileIds.filter((fileId) => !ids.has(fileId));
}
