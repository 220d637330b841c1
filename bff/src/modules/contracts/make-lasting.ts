import { JobGivenUp, type JobRun } from '../../jobs/job-handler';
import type { ContractMaker } from '../../ports/contract-maker';
import type { FileStore } from '../../ports/file-store';
import { findOrder, type OrderModel } from '../orders';
import { removeUnlinked, storeUnlinked } from './contract-files';

export interface LastingDependencies {
  readonly orders: OrderModel;
  readonly fileStore: FileStore;
  readonly contractMaker: ContractMaker;
  readonly now: () => Date;
}

/**
 * Job: gives a sealed contract what it needs to be checked in ten years. No byte that was signed changes, so it stays the
 * contract that was read; the file that it was before goes. A contract that was signed anew has a job of its own.
 * @throws JobGivenUp, PortError
 */
export async function makeLasting(
  { orders, fileStore, contractMaker, now }: LastingDependencies,
  { ownerId, fence }: Pick<JobRun, 'ownerId' | 'fence'>,
): Promise<void> {
  const { _id, contract } = await findOrder(orders, ownerId);
  const { fileId, lasting } = contract;
  if (lasting) {
    await removeUnlinked({ orders, fileStore }, { _id, contract });
    return;
  }
  if (!fileId) {
    return;
  }
  const pdf = await fileStore.read(fileId);
  if (!pdf) {
    throw new JobGivenUp('contract-lost');
  }
  const made = await contractMaker.makeLasting(pdf);
  const lastingId = await storeUnlinked({ orders, fileStore }, { _id, contract }, fence, made.pdf);
  if (!lastingId) {
    return;
  }
  const kept = await orders.updateOne(
    { ...fence, _id, 'contract.fileId': fileId },
    {
      $set: {
        'contract.fileId': lastingId,
        // The one it was before, which goes: by this run, or by the next when this one dies here.
        'contract.unlinkedFileId': fileId,
        'contract.timestamp': made.timestamp,
        'contract.lasting': { at: now(), sha256: made.sha256 },
      },
    },
  );
  if (kept.matchedCount === 0) {
    // Of two runs, or of a signing anew at the same time, one wins.
    await fileStore.delete(lastingId);
    return;
  }
  await removeUnlinked({ orders, fileStore }, { _id, contract: { ...contract, unlinkedFileId: fileId } });
}
