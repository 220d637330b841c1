import type { FileStore } from '../../ports/file-store';
import { type DeliveryModel, removeDelivery } from '../deliveries';
import type { FileModel } from '../files';
import { type InvoiceModel, removeInvoice } from '../invoices';
import { type NoticeModel, removeNotices } from '../notifications';
import { deletePapers, type OrderModel, type OrderRecord } from '../orders';

export interface RemoveOrderDependencies {
  readonly orders: OrderModel;
  readonly files: FileModel;
  readonly deliveries: DeliveryModel;
  readonly invoices: InvoiceModel;
  readonly notices: NoticeModel;
  readonly fileStore: FileStore;
}

/**
 * Removes an order for good. The papers first, so that an order always leads to what is left. Answers false when it has
 * changed since it was judged: a contract was sealed or made lasting, or money came, and it must be judged again.
 */
export async function removeOrder(dependencies: RemoveOrderDependencies, order: OrderRecord): Promise<boolean> {
  const { _id, revision, contract } = order;
  const { orders } = dependencies;
  if (!(await orders.exists({ _id, revision }))) {
    return false;
  }
  await removeDelivery(dependencies, _id.toHexString());
  await removeInvoice(dependencies, _id.toHexString());
  await removeNotices(dependencies, _id.toHexString());
  await deletePapers(dependencies, order);
  // A contract is made lasting without a new revision: nobody has to read it again.
  const sameFiles = {
    'contract.fileId': contract.fileId,
    'contract.unlinkedFileId': contract.unlinkedFileId ?? { $exists: false },
  };
  return (await orders.deleteOne({ _id, revision, ...sameFiles })).deletedCount === 1;
}
