import { type DeliveryWay, keyPlaceOf, maskPhone } from '@acceptance/shared';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import type { ShippingInfo, ShippingOrder, ShippingWay } from '../../ports/wechat-platform';
import { FORM_PURPOSE, type OrderRecord, type StoredForm } from '../orders';
import type { SentParcel } from './sent-parcel';

const WAYS: Readonly<Record<DeliveryWay, ShippingWay>> = {
  courier: 'courier',
  'pick-up': 'pick-up',
  download: 'electronic',
};

/** What WeChat is told of an order, but for who paid. */
export type ShippingFacts = Omit<ShippingInfo, 'payerOpenid' | 'transactionId'>;

const itemOf = ({ project }: Pick<OrderRecord, 'project'>, way: DeliveryWay): string =>
  `${project.name}数字证书${keyPlaceOf(way) === 'ukey' ? '（含UKey）' : ''}`;

function receiverPhoneOf(cipher: FieldCipher, order: OrderRecord): string {
  const { delivery } = order.form
    ? decryptJson<StoredForm>(cipher, order.form, FORM_PURPOSE, recordIdOf(order))
    : { delivery: null };
  return delivery?.way === 'courier' ? maskPhone(delivery.phone) : '';
}

/**
 * Null for a courier's order whose parcel nobody knows. The moment is the one at which it was sent, the same on every run:
 * another one would be another telling, of which WeChat takes two.
 */
export function shippingFactsOf(
  cipher: FieldCipher,
  order: OrderRecord,
  parcel: SentParcel | null,
): ShippingFacts | null {
  const way = order.deliveryWay;
  const delivered = order.history.find(({ event }) => event === 'deliver');
  if (!way || !delivered || (way === 'courier' && !parcel)) {
    return null;
  }
  const sent = way === 'courier' ? parcel : null;
  return {
    way: WAYS[way],
    item: itemOf(order, way),
    shippedAt: sent?.sentAt ?? delivered.at,
    parcel: sent && {
      courier: sent.courier,
      trackingNumber: sent.trackingNumber,
      receiverPhoneMasked: receiverPhoneOf(cipher, order),
    },
  };
}

/** Whether WeChat has been told this before, by us or by hand. */
export const isTold = ({ told }: ShippingOrder, { way, parcel }: ShippingFacts): boolean =>
  told !== null && told.way === way && told.trackingNumber === (parcel?.trackingNumber ?? null);
