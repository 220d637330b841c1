import { type QueryFilter, Types } from 'mongoose';
import type { FileStore } from '../../ports/file-store';
import type { FileModel, FileRecord } from './file.model';
import { type FindFileHolders, isKept } from './file-holder';

export interface StoredFiles {
  readonly files: FileModel;
  readonly fileStore: FileStore;
}
export interface FileRemoval extends StoredFiles {
  readonly findFileHolders: FindFileHolders;
}

/** Neither still being stored nor already being removed. */
export const UNHELD = { heldBy: { $exists: false } } as const satisfies QueryFilter<FileRecord>;

/** Names one upload or removal, so that each ends only what it has begun. */
export const newHold = (): string => new Types.ObjectId().toHexString();

type Removable = Pick<FileRecord, '_id' | 'inkId'>;

/** The bytes first, so that a record always leads to what is left. */
export async function removeFile({ files, fileStore }: StoredFiles, { _id, inkId }: Removable): Promise<void> {
  await fileStore.delete(_id.toHexString());
  if (inkId) {
    await fileStore.delete(inkId);
  }
  await files.deleteOne({ _id });
}

/**
 * Removes a file unless its order needs it. It is held BEFORE its order is looked at, and whoever puts a file into an order
 * looks at the file again AFTER that: of two that race, one at least sees the other, and no order is left with a file that is gone.
 * Answers whether it is removed.
 */
export async function removeUnused(
  { files, fileStore, findFileHolders }: FileRemoval,
  _id: string | FileRecord['_id'],
  { where = UNHELD, checkAt }: { where?: QueryFilter<FileRecord>; checkAt?: Date } = {},
): Promise<boolean> {
  const heldBy = newHold();
  const file = await files
    .findOneAndUpdate({ ...where, _id }, { $set: { heldBy, ...(checkAt && { checkAt }) } }, { returnDocument: 'after' })
    .lean<FileRecord>();
  if (!file) {
    return false;
  }
  const holder = (await findFileHolders([file.orderId])).get(file.orderId);
  if (holder && isKept(holder, file)) {
    await files.updateOne({ _id, heldBy }, { $unset: { heldBy: 1 } });
    return false;
  }
  await removeFile({ files, fileStore }, file);
  return true;
}

/** From the first moment on nobody reads any of them; what a crash leaves the sweep removes. */
async function removeAll(stored: StoredFiles, which: QueryFilter<FileRecord>): Promise<void> {
  await stored.files.updateMany(which, { $set: { heldBy: newHold() } });
  for (const file of await stored.files.find(which, { _id: 1, inkId: 1 }).lean<Removable[]>()) {
    await removeFile(stored, file);
  }
}

/** Removes every upload of an order that is gone or goes. */
export const deleteFilesOfOrder = (
  stored: StoredFiles,
  { accountId, orderId }: { accountId: string; orderId: string },
): Promise<void> => removeAll(stored, { accountId, orderId });

/** Removes every upload of an account, whatever became of its orders, but for those of some. */
export const deleteFilesOfAccount = (
  stored: StoredFiles,
  { accountId, exceptOrders }: { accountId: string; exceptOrders: readonly string[] },
): Promise<void> => removeAll(stored, { accountId, orderId: { $nin: [...exceptOrders] } });
