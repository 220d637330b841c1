import { AppError } from '@acceptance/shared';
import type { QueryFilter, UpdateQuery } from 'mongoose';
import type { FileStore } from '../../ports/file-store';
import { type FileModel, findLost, leaveOrder, removeUnused } from '../files';
import { forgetReadings } from './card-reading/read-card';
import { EDITABLE_STATUSES } from './edit-order';
import { findFileHolders, usedFileIds } from './file-holders';
import type { OrderModel, OrderRecord } from './order.model';

export interface PaperDependencies {
  readonly orders: OrderModel;
  readonly files: FileModel;
  readonly fileStore: FileStore;
}

const PAPERS = ['idCard.front', 'idCard.back', 'signature'] as const;

/** Takes files out of an order that were removed while they were put into it. */
async function dropLost(orders: OrderModel, order: OrderRecord, lost: readonly string[]): Promise<void> {
  const drop = (path: string, change: UpdateQuery<OrderRecord>) => {
    const where = { _id: order._id, status: { $in: EDITABLE_STATUSES }, [`${path}.id`]: { $in: [...lost] } };
    return orders.updateOne(where as QueryFilter<OrderRecord>, { ...change, $inc: { revision: 1 } });
  };
  for (const paper of PAPERS) {
    await drop(paper, { $set: { [paper]: null } });
  }
  await forgetReadings(orders, order, lost);
  await drop('attachments.file', { $pull: { attachments: { 'file.id': { $in: [...lost] } } } });
}

/** Looks again AFTER files were put into an order, see `removeUnused`. @throws AppError files.not_found */
export async function refuseLost(
  { orders, files }: PaperDependencies,
  order: OrderRecord,
  fileIds: readonly string[],
): Promise<void> {
  const lost = await findLost(files, fileIds);
  if (lost.length > 0) {
    await dropLost(orders, order, lost);
    throw new AppError('files.not_found');
  }
}

/** The files that an order referred to and does not any more. */
function replacedFiles(before: OrderRecord, after: OrderRecord): string[] {
  const used = new Set(usedFileIds(after));
  return usedFileIds(before).filter((fileId) => !used.has(fileId));
}

/** Removes what was replaced, unless a review saw it. What parallel calls leave the sweep of the files removes. */
export async function removeReplaced(
  { orders, files, fileStore }: PaperDependencies,
  before: OrderRecord,
  after: OrderRecord,
): Promise<void> {
  const removal = { files, fileStore, findFileHolders: (ids: readonly string[]) => findFileHolders(orders, ids) };
  for (const fileId of replacedFiles(before, after)) {
    await removeUnused(removal, fileId);
  }
}

/** The same for papers that may be put back: they are out of sight at once, and removed an hour later. */
export const letGo = (
  { files }: PaperDependencies,
  change: { before: OrderRecord; after: OrderRecord; now: Date },
): Promise<void> => leaveOrder(files, replacedFiles(change.before, change.after), change.now);
