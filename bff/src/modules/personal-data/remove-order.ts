import type { FileStore } from '../../ports/file-store';
import type { FileModel } from '../files';
import { deletePapers, type OrderModel, type OrderRecord } from '../orders';

export interface RemoveOrderDependencies {
  readonly orders: OrderModel;
  readonly files: FileModel;
  readonly fileStore: FileStore;
}

/** Removes an order for good. The papers first, so that an order always leads to what is left. */
export async function removeOrder(dependencies: RemoveOrderDependencies, order: OrderRecord): Promise<void> {
  await deletePapers(dependencies, order);
  await dependencies.orders.deleteOne({ _id: order._id });
}
