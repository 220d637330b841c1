import { AppError } from '@acceptance/shared';
import { isObjectIdOrHexString } from 'mongoose';
import { changeByRevision, type RecordChange } from '../../database/change-by-revision';
import type { DeliveryModel, DeliveryRecord } from './delivery.model';

/** @throws AppError deliveries.not_ready */
export async function findDeliveryOfOrder(deliveries: DeliveryModel, orderId: string): Promise<DeliveryRecord> {
  const found = await deliveries.findOne({ orderId }).lean<DeliveryRecord>();
  if (!found) {
    throw new AppError('deliveries.not_ready');
  }
  return found;
}

/** Null when its order was deleted meanwhile. */
export const findDelivery = async (deliveries: DeliveryModel, id: string): Promise<DeliveryRecord | null> =>
  isObjectIdOrHexString(id) ? deliveries.findById(id).lean<DeliveryRecord>() : null;

/** Changes a delivery by what it is. @throws AppError request.conflict, deliveries.not_ready */
export const changeDelivery = (
  deliveries: DeliveryModel,
  found: DeliveryRecord,
  decide: (record: DeliveryRecord) => RecordChange<DeliveryRecord> | null,
): Promise<DeliveryRecord> =>
  changeByRevision(deliveries, found, decide, () => {
    throw new AppError('deliveries.not_ready');
  });
