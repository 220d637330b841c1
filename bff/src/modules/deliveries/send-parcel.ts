import { randomBytes } from 'node:crypto';
import { AppError, isTrackingNumberOf, mostParcels, type ParcelToSend } from '@acceptance/shared';
import { isDuplicateKey } from '../../database/duplicate-key';
import type { FieldCipher } from '../../database/field-cipher';
import { type OutboxEntry, outboxEntry } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { noteAct } from '../../http/act-notes';
import { settleTaskEntry } from '../../jobs/task-jobs';
import type { CertificateModel } from '../certificates';
import { type AdvanceDependencies, advanceOrder } from './advance-order';
import { type DeliveryModel, type DeliveryRecord, newestParcel, type StoredParcel, sealSteps } from './delivery.model';
import { deliveryAtDesk } from './delivery-at-desk';
import { refuseHeld } from './delivery-hold';
import { DELIVERY_JOBS } from './delivery-jobs';
import { changeDelivery } from './find-deliveries';
import { cameBack, numberKey, parcelFields } from './parcel-progress';

export interface DeskDependencies extends AdvanceDependencies {
  readonly certificates: CertificateModel;
  readonly cipher: FieldCipher;
  /** @throws AppError staff.own_order */
  readonly refuseOwnOrder: (staffId: string, orderId: string) => Promise<void>;
}

export interface DeskAct {
  readonly staffId: string;
  readonly now: Date;
}

const isSame = (parcel: StoredParcel | null, { courier, trackingNumber }: ParcelToSend): boolean =>
  parcel?.courier === courier && parcel.trackingNumber === trackingNumber;

/** @throws AppError deliveries.number_wrong */
function refuseMalformed({ courier, trackingNumber }: ParcelToSend): void {
  if (!isTrackingNumberOf(courier, trackingNumber)) {
    throw new AppError('deliveries.number_wrong', { details: { courier } });
  }
}

/** @throws AppError deliveries.number_used */
export async function refuseUsed(deliveries: DeliveryModel, { courier, trackingNumber }: ParcelToSend): Promise<void> {
  const holder = await deliveries
    .findOne({ numbers: numberKey(courier, trackingNumber) }, { orderNumber: 1 })
    .lean<Pick<DeliveryRecord, '_id' | 'orderNumber'>>();
  if (holder) {
    throw new AppError('deliveries.number_used', { details: { orderNumber: holder.orderNumber } });
  }
}

/** Runs a write that the index of numbers may refuse. @throws AppError deliveries.number_used */
async function claimingNumber<Result>(
  deliveries: DeliveryModel,
  parcel: ParcelToSend,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) {
      await refuseUsed(deliveries, parcel);
    }
    throw error;
  }
}

function newParcel(cipher: FieldCipher, deliveryId: string, wish: ParcelToSend, now: Date): StoredParcel {
  return {
    reference: randomBytes(16).toString('hex'),
    courier: wish.courier,
    trackingNumber: wish.trackingNumber,
    state: 'sent',
    stateAt: now,
    sentAt: now,
    countsFrom: now,
    receivedAt: null,
    heardAt: null,
    steps: sealSteps(cipher, [], deliveryId),
    settledAs: null,
    note: null,
    alarms: [],
  };
}

const subscribing = ({ reference }: StoredParcel, now: Date): OutboxEntry =>
  outboxEntry(DELIVERY_JOBS.subscribe, now, { reference }, `subscribe-${reference}`);

/** Whether another parcel can be sent: there is none, or it came back. */
export const canSend = (record: DeliveryRecord): boolean => {
  const newest = newestParcel(record);
  return record.way === 'courier' && (!newest || cameBack(newest.state)) && record.parcels.length < mostParcels;
};

/** @throws AppError deliveries.already_sent, deliveries.too_many_parcels */
function refuseSecond(record: DeliveryRecord): void {
  const newest = newestParcel(record);
  if (newest && !cameBack(newest.state)) {
    throw new AppError('deliveries.already_sent', { details: { trackingNumber: newest.trackingNumber } });
  }
  if (record.parcels.length >= mostParcels) {
    throw new AppError('deliveries.too_many_parcels', { details: { count: mostParcels } });
  }
}

/** What a parcel may be sent by: everything is looked at, nothing written. Answers the delivery. @throws AppError */
export async function checkParcel(
  needs: DeskDependencies,
  { orderId, parcel }: { orderId: string; parcel: ParcelToSend },
  staffId: string,
): Promise<{ readonly delivery: DeliveryRecord; readonly isSent: boolean }> {
  const delivery = await deliveryAtDesk(needs, orderId, staffId);
  if (delivery.way !== 'courier') {
    throw new AppError('deliveries.not_by_courier');
  }
  if (isSame(newestParcel(delivery), parcel)) {
    return { delivery, isSent: true };
  }
  refuseMalformed(parcel);
  refuseSecond(delivery);
  await refuseHeld(needs.certificates, orderId);
  await refuseUsed(needs.deliveries, parcel);
  return { delivery, isSent: false };
}

/**
 * The audit log names the parcel by our reference: a courier tells whoever has the number where it went, and the log outlives
 * what an account's deletion takes away.
 */
function noteParcel(delivery: DeliveryRecord): void {
  const parcel = newestParcel(delivery);
  if (parcel) {
    noteAct({ courier: parcel.courier, parcel: parcel.reference });
  }
}

/**
 * A parcel is sent, or sent again after it came back; the same number once more changes nothing.
 * @throws AppError orders.not_found, staff.own_order, deliveries.*
 */
export async function sendParcel(
  needs: DeskDependencies,
  wish: { readonly orderId: string; readonly parcel: ParcelToSend },
  { staffId, now }: DeskAct,
): Promise<{ readonly delivery: DeliveryRecord; readonly isNew: boolean }> {
  const { deliveries, cipher } = needs;
  const { parcel } = wish;
  const { delivery } = await checkParcel(needs, wish, staffId);
  const fresh = newParcel(cipher, recordIdOf(delivery), parcel, now);
  const sent = await claimingNumber(deliveries, parcel, () =>
    changeDelivery(deliveries, delivery, (record) => {
      if (isSame(newestParcel(record), parcel)) {
        return null;
      }
      refuseSecond(record);
      const jobs = [
        outboxEntry(DELIVERY_JOBS.advanceOrder, now),
        subscribing(fresh, now),
        settleTaskEntry({ kind: 'parcel-came-back', outcome: 'healed', closedBy: staffId }, now),
        ...(record.parcels.length > 0 ? [outboxEntry(DELIVERY_JOBS.tellShipping, now)] : []),
      ];
      return { set: parcelFields(record, [...record.parcels, fresh], now), jobs };
    }),
  );
  noteParcel(sent);
  await advanceOrder(needs, sent, { role: 'issuer', id: staffId });
  return { delivery: sent, isNew: newestParcel(sent)?.reference === fresh.reference };
}

/** Whether the number can still be a slip: nobody has said anything of it. */
export const canCorrect = (parcel: StoredParcel | null): boolean =>
  parcel !== null && parcel.state === 'sent' && parcel.heardAt === null && parcel.settledAs === null;

/**
 * Another number for the newest parcel, as long as nobody has scanned it. It gets a reference of its own: what the courier
 * says of the wrong number is somebody else's parcel.
 * @throws AppError orders.not_found, staff.own_order, deliveries.*
 */
export async function correctParcel(
  needs: DeskDependencies,
  { orderId, parcel }: { readonly orderId: string; readonly parcel: ParcelToSend },
  { staffId, now }: DeskAct,
): Promise<DeliveryRecord> {
  const { deliveries, cipher } = needs;
  const delivery = await deliveryAtDesk(needs, orderId, staffId);
  const corrected = await claimingNumber(deliveries, parcel, () =>
    changeDelivery(deliveries, delivery, (record) => {
      const newest = newestParcel(record);
      if (!newest) {
        throw new AppError('deliveries.no_parcel');
      }
      if (isSame(newest, parcel)) {
        return null;
      }
      refuseMalformed(parcel);
      if (!canCorrect(newest)) {
        throw new AppError('deliveries.parcel_moving');
      }
      if (record.numbers?.includes(numberKey(parcel.courier, parcel.trackingNumber))) {
        throw new AppError('deliveries.number_used', { details: { orderNumber: record.orderNumber } });
      }
      const { sentAt } = newest;
      const right = { ...newParcel(cipher, recordIdOf(record), parcel, now), sentAt, countsFrom: sentAt };
      return {
        set: parcelFields(record, [...record.parcels.slice(0, -1), right], now),
        jobs: [subscribing(right, now), outboxEntry(DELIVERY_JOBS.tellShipping, now)],
      };
    }),
  );
  noteParcel(corrected);
  return corrected;
}
