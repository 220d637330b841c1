import { DELIVERY_STAGES, type DeliveryStage } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { countTotal } from '../../database/count-total';
import { nextIdCursor, refuseForeignCursor } from '../../database/id-cursor';
import type { DeliveryModel, DeliveryRecord } from './delivery.model';

interface DeskQuery {
  readonly stage?: DeliveryStage;
  readonly search?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** An order's number, or a parcel's, whole. */
const searchFor = (search: string): QueryFilter<DeliveryRecord> => {
  const typed = search.replace(/\s/g, '').toUpperCase();
  return { $or: [{ orderNumber: typed }, { 'parcels.trackingNumber': typed }] };
};

/** The desk's queue, what waits longest first, paged by key. @throws AppError request.cursor_invalid */
export async function listDeliveries(deliveries: DeliveryModel, { stage, search, cursor, limit }: DeskQuery) {
  refuseForeignCursor(cursor);
  const filter: QueryFilter<DeliveryRecord> = { ...(stage && { stage }), ...(search && searchFor(search)) };
  // What is done is looked for among the newest.
  const isPast = stage === 'done';
  const page = cursor === undefined ? filter : { ...filter, _id: isPast ? { $lt: cursor } : { $gt: cursor } };
  const [found, total, ...counts] = await Promise.all([
    deliveries
      .find(page)
      .sort({ _id: isPast ? -1 : 1 })
      .limit(limit + 1)
      .lean<DeliveryRecord[]>(),
    countTotal(deliveries, filter),
    ...DELIVERY_STAGES.map((each) => countTotal(deliveries, { stage: each })),
  ]);
  const items = found.slice(0, limit);
  return {
    items,
    nextCursor: nextIdCursor(found, limit),
    total,
    counts: Object.fromEntries(DELIVERY_STAGES.map((each, index) => [each, counts[index] ?? 0])) as Record<
      DeliveryStage,
      number
    >,
  };
}
