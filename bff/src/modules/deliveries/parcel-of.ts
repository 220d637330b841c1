import type { SentParcel } from '../shipping-info';
import { type DeliveryModel, type DeliveryRecord, newestParcel } from './delivery.model';

/** The parcel that an order's UKey is in, for whoever has to be told of it: the newest one. Null: none was sent. */
export async function parcelOf(deliveries: DeliveryModel, orderId: string): Promise<SentParcel | null> {
  const delivery = await deliveries.findOne({ orderId }, { parcels: 1 }).lean<DeliveryRecord>();
  const parcel = delivery && newestParcel(delivery);
  return parcel && { courier: parcel.courier, trackingNumber: parcel.trackingNumber, sentAt: parcel.sentAt };
}
