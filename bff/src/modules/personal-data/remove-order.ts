import type { FileStore } from '../../ports/file-store';
import { deleteFilesOfOrder, type FileModel } from '../files';
import type { OrderModel, OrderRecord } from '../orders';

export interface RemoveOrderDependencies {
  readonly orders: OrderModel;
  readonly files: FileModel;
  readonly fileStore: FileStore;
}

/** Removes an order for good. The papers first, so that an order always leads to what is left. */
export async function removeOrder(dependencies: RemoveOrderDependencies, order: OrderRecord): Promise<void> {
  const orderId = order._id.toHexString();
  await deleteFilesOfOrder(dependencies, { accountId: order.accountId, orderId });
  if (order.contract.fileId) {
    await dependencies.fileStore.delete(order.contract.fileId);
  }
  await dependencies.orders.deleteOne({ _id: order._id });
}
