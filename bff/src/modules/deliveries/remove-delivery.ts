import type { FileStore } from '../../ports/file-store';
import type { DeliveryModel, DeliveryRecord } from './delivery.model';

/** Removes what is kept of an order's delivery, with the signature of who came for it. */
export async function removeDelivery(
  { deliveries, fileStore }: { readonly deliveries: DeliveryModel; readonly fileStore: FileStore },
  orderId: string,
): Promise<void> {
  const found = await deliveries.findOne({ orderId }).lean<DeliveryRecord>();
  if (!found) {
    return;
  }
  for (const id of [found.draftSignatureId, found.collected?.signatureId]) {
    if (id) {
      await fileStore.delete(id);
    }
  }
  await deliveries.deleteOne({ _id: found._id });
}
