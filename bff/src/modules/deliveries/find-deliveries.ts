import { AppError } from '@acceptance/shared';
import { isObjectIdOrHexString, type UpdateQuery } from 'mongoose';
import type { OutboxEntry } from '../../database/outbox';
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

export interface DeliveryChange {
  readonly set: Partial<DeliveryRecord>;
  readonly jobs?: readonly OutboxEntry[];
}

/** Rounds of a delivery that somebody else writes at the same time; a clerk and a courier are two. */
const MOST_ROUNDS = 8;

/**
 * Changes a delivery by what it is: compare-and-set on its revision; who comes second looks again. `decide` answers null when
 * nothing is to be changed, or throws. @throws Error when it never holds still
 */
export async function changeDelivery(
  deliveries: DeliveryModel,
  found: DeliveryRecord,
  decide: (record: DeliveryRecord) => DeliveryChange | null,
): Promise<DeliveryRecord> {
  let record: DeliveryRecord | null = found;
  for (let round = 0; record && round < MOST_ROUNDS; round += 1) {
    const change: DeliveryChange | null = decide(record);
    if (!change) {
      return record;
    }
    const update = {
      $set: change.set,
      $inc: { revision: 1 },
      $push: { outbox: { $each: [...(change.jobs ?? [])] } },
    } as UpdateQuery<DeliveryRecord>;
    const changed: DeliveryRecord | null = await deliveries
      .findOneAndUpdate({ _id: record._id, revision: record.revision }, update, { returnDocument: 'after' })
      .lean<DeliveryRecord>();
    if (changed) {
      return changed;
    }
    record = await deliveries.findById(record._id).lean<DeliveryRecord>();
  }
  throw record ? new Error('the delivery changes all the time') : new AppError('deliveries.not_ready');
}
