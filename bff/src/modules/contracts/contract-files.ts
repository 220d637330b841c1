import { Types } from 'mongoose';
import type { JobRun } from '../../jobs/job-handler';
import type { FileStore } from '../../ports/file-store';
import type { OrderModel, OrderRecord } from '../orders';

interface ContractFileStores {
  readonly orders: OrderModel;
  readonly fileStore: FileStore;
}

/**
 * Stores a file that a contract may become, under an id that the order knows first: who dies before it is linked leaves nothing
 * that nobody leads to. What an earlier run left goes.
 * @returns its id; null when the job is another one's by now
 */
export async function storeUnlinked(
  { orders, fileStore }: ContractFileStores,
  { _id, contract }: Pick<OrderRecord, '_id' | 'contract'>,
  fence: JobRun['fence'],
  bytes: Buffer,
): Promise<string | null> {
  const fileId = new Types.ObjectId().toHexString();
  await removeUnlinked({ orders, fileStore }, { _id, contract });
  const known = await orders.updateOne({ ...fence, _id }, { $set: { 'contract.unlinkedFileId': fileId } });
  if (known.matchedCount === 0) {
    return null;
  }
  await fileStore.write(fileId, bytes);
  return fileId;
}

/** Removes a file that a contract leads to and is not. */
export async function removeUnlinked(
  { orders, fileStore }: ContractFileStores,
  { _id, contract }: Pick<OrderRecord, '_id' | 'contract'>,
): Promise<void> {
  const { unlinkedFileId } = contract;
  if (unlinkedFileId) {
    await fileStore.delete(unlinkedFileId);
    await orders.updateOne(
      { _id, 'contract.unlinkedFileId': unlinkedFileId },
      { $unset: { 'contract.unlinkedFileId': 1 } },
    );
  }
}
