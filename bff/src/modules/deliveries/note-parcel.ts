import { AppError } from '@acceptance/shared';
import type { Logger } from 'pino';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import type { RawRequest } from '../../http/request-context';
import { JobGivenUp } from '../../jobs/job-handler';
import type { ParcelNotice, ParcelNumber, ParcelTrack, ParcelTracker } from '../../ports/parcel-tracker';
import { PortError } from '../../ports/port-error';
import { findOrder, type OrderModel } from '../orders';
import { type DeliveryModel, type DeliveryRecord, openSteps, type StoredParcel, sealSteps } from './delivery.model';
import { changeDelivery, findDelivery } from './find-deliveries';
import { followCourier, parcelFields } from './parcel-progress';
import { receiverOf } from './prepare-delivery';
import { tasksOfState } from './settle-parcel';

export interface NoteDependencies {
  readonly deliveries: DeliveryModel;
  readonly orders: OrderModel;
  readonly parcelTracker: ParcelTracker;
  readonly cipher: FieldCipher;
  readonly logger: Logger;
  readonly now: () => Date;
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

/** Brings what the courier says of one parcel into its delivery; of a former parcel it is noted and moves nothing else. */
export async function noteTrack(
  { deliveries, cipher }: Pick<NoteDependencies, 'deliveries' | 'cipher'>,
  delivery: DeliveryRecord,
  { reference, track, now }: { readonly reference: string; readonly track: ParcelTrack; readonly now: Date },
): Promise<void> {
  const id = recordIdOf(delivery);
  await changeDelivery(deliveries, delivery, (record) => {
    const parcel = record.parcels.find((one) => one.reference === reference);
    const after = parcel && followCourier({ parcel, steps: openSteps(cipher, parcel, id) }, track, now);
    if (!parcel || !after) {
      return null;
    }
    const stored = { ...after.parcel, steps: sealSteps(cipher, after.steps, id) };
    const parcels = record.parcels.map((one) => (one.reference === reference ? stored : one));
    const isNewest = record.parcels.at(-1)?.reference === reference;
    return {
      set: parcelFields(record, parcels, now),
      jobs: isNewest ? tasksOfState(record, stored.state, { now }) : [],
    };
  });
}

/** @throws AppError callbacks.signature_invalid, callbacks.content_invalid */
function verified({ parcelTracker }: NoteDependencies, reference: string, raw: RawRequest | null): ParcelNotice {
  try {
    return parcelTracker.readNotice({ body: raw?.body ?? '', reference });
  } catch (cause) {
    if (cause instanceof PortError && cause.failure === 'rejected') {
      const isForged = cause.vendorCode === 'SIGNATURE';
      throw new AppError(isForged ? 'callbacks.signature_invalid' : 'callbacks.content_invalid', { cause });
    }
    throw cause;
  }
}

/**
 * Takes a courier's notice about one parcel. A number that was corrected has a reference that is known no longer.
 * @throws AppError callbacks.signature_invalid, callbacks.content_invalid (also for a parcel that is not ours)
 */
export async function receiveParcelNotice(
  needs: NoteDependencies,
  { reference, raw, now }: { readonly reference: string; readonly raw: RawRequest | null; readonly now: Date },
): Promise<void> {
  const notice = verified(needs, reference, raw);
  const delivery = await needs.deliveries.findOne({ 'parcels.reference': reference }).lean<DeliveryRecord>();
  const parcel = delivery?.parcels.find((one) => one.reference === reference);
  if (!delivery || parcel?.trackingNumber !== notice.trackingNumber) {
    needs.logger.warn('a notice of a parcel names none of ours');
    throw new AppError('callbacks.content_invalid');
  }
  await noteTrack(needs, delivery, { reference, track: notice, now });
  needs.jobsAdded();
}

interface FoundParcel {
  readonly delivery: DeliveryRecord;
  readonly parcel: StoredParcel;
  readonly number: ParcelNumber;
}

/** A parcel of a job, and how the tracker knows it; null when it was corrected or deleted meanwhile. */
async function findParcel(
  { deliveries, orders, cipher }: NoteDependencies,
  deliveryId: string,
  reference: unknown,
): Promise<FoundParcel | null> {
  const delivery = await findDelivery(deliveries, deliveryId);
  const parcel = delivery?.parcels.find((one) => one.reference === reference);
  if (!delivery || !parcel) {
    return null;
  }
  const receiver = receiverOf(cipher, await findOrder(orders, delivery.orderId));
  const { courier, trackingNumber } = parcel;
  return { delivery, parcel, number: { courier, trackingNumber, receiverPhoneLast4: receiver?.phone.slice(-4) ?? '' } };
}

/** A number that they will not take is not taken the next time either. @throws JobGivenUp, PortError */
async function asking<Result>(call: Promise<Result>): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    throw error instanceof PortError && error.failure === 'rejected' ? new JobGivenUp(error.vendorCode) : error;
  }
}

/** Job: asks for notices about a parcel. @throws JobGivenUp, PortError */
export async function subscribeParcel(needs: NoteDependencies, deliveryId: string, reference: unknown): Promise<void> {
  const found = await findParcel(needs, deliveryId, reference);
  if (found && needs.parcelTracker.follows(found.number.courier)) {
    await asking(needs.parcelTracker.subscribe({ ...found.number, reference: found.parcel.reference }));
  }
}

/** Job: asks where a parcel is of which nothing came for a day. @throws JobGivenUp, PortError */
export async function queryParcel(needs: NoteDependencies, deliveryId: string, reference: unknown): Promise<void> {
  const found = await findParcel(needs, deliveryId, reference);
  if (found && needs.parcelTracker.follows(found.number.courier)) {
    const track = await asking(needs.parcelTracker.query(found.number));
    await noteTrack(needs, found.delivery, { reference: found.parcel.reference, track, now: needs.now() });
  }
}
