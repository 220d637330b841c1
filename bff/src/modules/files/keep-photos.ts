import type { FileModel } from './file.model';
import { UNHELD } from './remove-file';

/**
 * Keeps photos while somebody outside of their order looks at them; replacing them in the order does not remove them.
 * Whether all of them are there: a removal that is under way comes first.
 */
export async function keepPhotos(files: FileModel, fileIds: readonly string[], keptFor: string): Promise<boolean> {
  const kept = await files.updateMany({ _id: { $in: [...fileIds] }, ...UNHELD }, { $set: { keptFor } });
  return kept.matchedCount === new Set(fileIds).size;
}

/** They are their order's alone again. */
export async function releasePhotos(files: FileModel, keptFor: string): Promise<void> {
  await files.updateMany({ keptFor }, { $unset: { keptFor: 1 } });
}
