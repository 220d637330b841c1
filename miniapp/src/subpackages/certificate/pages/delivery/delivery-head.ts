import type { DeliveryView, OrderView } from '@acceptance/shared';
import { DELIVERY_TEXT as TEXT } from '../../texts-delivery';

/** The heading of the page: where the UKey is, and what follows. */
export function deliveryHead(
  { status, deliveryWay }: Pick<OrderView, 'status' | 'deliveryWay'>,
  delivery: DeliveryView | null,
): { readonly title: string; readonly hint: string } {
  if (status === 'completed') {
    return TEXT.done;
  }
  if (!delivery) {
    return TEXT.making;
  }
  if (deliveryWay === 'pick-up') {
    return TEXT.ready;
  }
  const [parcel] = delivery.parcels;
  return parcel ? TEXT.parcelWords[parcel.state] : TEXT.waiting;
}
