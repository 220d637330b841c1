import type { DeliverySummary, DeliveryView, ParcelView, StaffDelivery } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import type { CertificateModel } from '../certificates';
import { findOrder, isDownloaded, iso, type OrderModel, type OrderRecord, SOFTWARE_DAYS } from '../orders';
import {
  type DeliveryRecord,
  NOTE_PURPOSE,
  newestParcel,
  openCode,
  openSteps,
  type StoredParcel,
} from './delivery.model';
import { findHold } from './delivery-hold';
import { DAY_MS, outcomesOf } from './parcel-progress';
import { type Receiver, receiverOf } from './prepare-delivery';
import { canCorrect, canSend } from './send-parcel';

/** Where and when something is fetched: settings of the authority. */
export interface PickUpPlace {
  readonly place: string;
  readonly hours: string;
  readonly phone: string;
}

function presentParcel(cipher: FieldCipher, id: string, parcel: StoredParcel): ParcelView {
  const { courier, trackingNumber, state, sentAt, receivedAt } = parcel;
  return {
    courier,
    trackingNumber,
    state,
    sentAt: sentAt.toISOString(),
    receivedAt: iso(receivedAt),
    steps: openSteps(cipher, parcel, id).map(({ at, text }) => ({ at: at.toISOString(), text })),
  };
}

const newestFirst = <Item>(items: readonly Item[]): Item[] => items.toReversed();

/** A software certificate needs no delivery: it says when its order ends. */
function presentDownloaded({ _id, status, history }: OrderRecord): DeliveryView {
  const deliveredAt = history.findLast(({ event }) => event === 'deliver')?.at;
  const ends = status === 'delivered' && deliveredAt ? deliveredAt.getTime() + SOFTWARE_DAYS * DAY_MS : null;
  return {
    orderId: _id.toHexString(),
    way: 'download',
    parcels: [],
    pickUp: null,
    completesAt: iso(ends === null ? null : new Date(ends)),
    canConfirm: status === 'delivered',
  };
}

/** `delivery`: null for what is downloaded. */
export function presentOwnDelivery(
  cipher: FieldCipher,
  order: OrderRecord,
  delivery: DeliveryRecord | null,
  { place, hours, phone }: PickUpPlace,
): DeliveryView {
  if (!delivery || isDownloaded(order)) {
    return presentDownloaded(order);
  }
  const code = openCode(cipher, delivery);
  const { orderId, way, parcels, readyAt, collected, completesAt } = delivery;
  const id = recordIdOf(delivery);
  return {
    orderId,
    way,
    parcels: newestFirst(parcels).map((parcel) => presentParcel(cipher, id, parcel)),
    pickUp: code
      ? {
          place,
          hours,
          phone,
          voucherCode: code,
          readyAt: readyAt.toISOString(),
          collectedAt: iso(collected?.at ?? null),
        }
      : null,
    completesAt: order.status === 'delivered' ? iso(completesAt) : null,
    canConfirm: order.status === 'delivered' && newestParcel(delivery)?.state !== 'lost',
  };
}

export function presentDeliverySummary(delivery: DeliveryRecord): DeliverySummary {
  const { orderId, orderNumber, projectName, way, stage, courier, readyAt } = delivery;
  const newest = newestParcel(delivery);
  return {
    orderId,
    orderNumber,
    projectName,
    way,
    stage,
    courier,
    trackingNumber: newest?.trackingNumber ?? null,
    parcelState: newest?.state ?? null,
    readyAt: readyAt.toISOString(),
    sentAt: iso(newest?.sentAt ?? null),
  };
}

const presentReceiver = (receiver: Receiver | null): StaffDelivery['receiver'] =>
  receiver && {
    name: receiver.receiver,
    phone: receiver.phone,
    province: receiver.province,
    city: receiver.city,
    district: receiver.district,
    street: receiver.street,
  };

interface StaffViewDependencies {
  readonly orders: OrderModel;
  readonly certificates: CertificateModel;
  readonly cipher: FieldCipher;
}

/** One delivery as the desk sees it: whom it goes to, in full. @throws AppError orders.not_found */
export async function viewStaffDelivery(
  { orders, certificates, cipher }: StaffViewDependencies,
  delivery: DeliveryRecord,
): Promise<StaffDelivery> {
  const { orderId, parcels, collected, completesAt } = delivery;
  const id = recordIdOf(delivery);
  const newest = newestParcel(delivery);
  const isWaiting = canSend(delivery) || (delivery.way === 'pick-up' && !collected);
  const hold = isWaiting ? await findHold(certificates, orderId) : null;
  return {
    ...presentDeliverySummary(delivery),
    hold,
    receiver: presentReceiver(receiverOf(cipher, await findOrder(orders, orderId))),
    parcels: newestFirst(parcels).map((parcel) => ({
      ...presentParcel(cipher, id, parcel),
      heardAt: iso(parcel.heardAt),
      note: parcel.note && cipher.decryptText(parcel.note, NOTE_PURPOSE, id),
    })),
    canSend: canSend(delivery) && hold === null,
    canCorrect: canCorrect(newest),
    outcomes: [...outcomesOf(newest)],
    collected: collected && { at: collected.at.toISOString(), by: collected.by },
    completesAt: iso(completesAt),
  };
}
