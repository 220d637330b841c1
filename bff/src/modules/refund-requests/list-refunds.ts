import type { RefundStage } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { countTotal } from '../../database/count-total';
import { beyondTime, readTimeCursor, writeTimeCursor } from '../../database/time-cursor';
import { type OrderModel, type OrderRecord, SEEN_BY_STAFF } from '../orders';

interface DeskQuery {
  readonly stage: RefundStage;
  readonly orderNumber?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const STAGES: Record<RefundStage, QueryFilter<OrderRecord>> = {
  waiting: { ...SEEN_BY_STAFF, refundAskedAt: { $ne: null } },
  'under-way': { ...SEEN_BY_STAFF, status: 'refunding' },
  ended: { ...SEEN_BY_STAFF, status: 'refunded' },
};

/** What waits longest is first; of what is decided, the newest applications. */
const sortingOf = (stage: RefundStage) =>
  stage === 'waiting'
    ? ({ field: 'refundAskedAt', direction: 1, after: '$gt' } as const)
    : ({ field: 'submittedAt', direction: -1, after: '$lt' } as const);

/** Finance's list, paged by key; by number it is that one order, whatever its stage. @throws AppError request.cursor_invalid */
export async function listRefunds(orders: OrderModel, { stage, orderNumber, cursor, limit }: DeskQuery) {
  const filter = orderNumber === undefined ? STAGES[stage] : { ...SEEN_BY_STAFF, orderNumber };
  const { field, direction, after } = sortingOf(stage);
  const page = cursor === undefined ? filter : { $and: [filter, beyondTime(field, after, readTimeCursor(cursor))] };
  const [found, total, waiting, underWay] = await Promise.all([
    orders
      .find(page)
      .sort({ [field]: direction, _id: direction })
      .limit(limit + 1)
      .lean<OrderRecord[]>(),
    countTotal(orders, filter),
    countTotal(orders, STAGES.waiting),
    countTotal(orders, STAGES['under-way']),
  ]);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const at = last?.[field];
  return {
    items,
    nextCursor: found.length > limit && last && at ? writeTimeCursor(at, last._id) : null,
    total,
    counts: { waiting, 'under-way': underWay },
  };
}
