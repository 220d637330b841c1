import { AppError, ORDER_STATUS_LABELS } from '@acceptance/shared';
import type { FileStore } from '../../ports/file-store';
import { deleteFilesOfOrder, type FileModel } from '../files';
import { findOwnOrder } from './find-order';
import type { OrderModel, OrderRecord } from './order.model';

/** Removes the photos, signature and contracts of an order. */
export async function deletePapers(
  dependencies: { files: FileModel; fileStore: FileStore },
  {
    _id,
    accountId,
    contract,
    formerContracts,
  }: Pick<OrderRecord, '_id' | 'accountId' | 'contract' | 'formerContracts'>,
): Promise<void> {
  await deleteFilesOfOrder(dependencies, { accountId, orderId: _id.toHexString() });
  for (const { fileId, unlinkedFileId } of [...formerContracts, contract]) {
    for (const id of [fileId, unlinkedFileId]) {
      if (id) {
        await dependencies.fileStore.delete(id);
      }
    }
  }
}

/**
 * Deletes a draft that was never submitted, with its photos, signature and contract: they have no purpose any more.
 * The order goes first, so that a submit racing with it never loses its papers. Repeating it answers "not found".
 * @throws AppError orders.not_found, orders.not_editable
 */
export async function deleteDraft(
  dependencies: { orders: OrderModel; files: FileModel; fileStore: FileStore },
  { accountId, orderId }: { accountId: string; orderId: string },
): Promise<void> {
  const { orders } = dependencies;
  const deleted = await orders.findOneAndDelete({ _id: orderId, accountId, status: 'draft' }).lean<OrderRecord>();
  if (!deleted) {
    const order = await findOwnOrder(orders, accountId, orderId);
    throw new AppError('orders.not_editable', { details: { status: ORDER_STATUS_LABELS[order.status] } });
  }
  await deletePapers(dependencies, deleted);
}
