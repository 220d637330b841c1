import type { RefundStage } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { countTotal } from '../../database/count-total';
import { readTimeCursor, writeTimeCursor } from '../../database/time-cursor';
import type { OrderModel, OrderRecord } from '../orders';

interface DeskQuery {
  readonly stage: RefundStage;
  readonly orderNumber?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Handed in once, and not kept for the law alone: what staff see. */
const SEEN: QueryFilter<OrderRecord> = { submittedAt: { $ne: null }, retainedUntil: { $exists: false } };

const STAGES: Record<RefundStage, QueryFilter<OrderRecord>> = {
  waiting: { ...SEEN, refundAskedAt: { $exists: true } },
  'under-way': { ...SEEN, status: 'refunding' },
  ended: { ...SEEN, status: 'refunded' },
};

/** What waits longest is first; of what is decided, the newest applications. */
const sortingOf = (stage: RefundStage) =>
  stage === 'waiting'
    ? ({ field: 'refundAskedAt', direction: 1, after: '$gt' } as const)
    : ({ field: 'submittedAt', direction: -1, after: '$lt' } as const);

function afterCursor(stage: RefundStage, cursor: string): QueryFilter<OrderRecord> {
  const { field, after } = sortingOf(stage);
  const { at, id } = readTimeCursor(cursor);
  return { $or: [{ [field]: { [after]: at } }, { [field]: at, _id: { [after]: id } }] };
}

/** Finance's list, paged by key; by number it is that one order, whatever its stage. @throws AppError request.cursor_invalid */
export async function listRefunds(orders: OrderModel, { stage, orderNumber, cursor, limit }: DeskQuery) {
  const filter = orderNumber === undefined ? STAGES[stage] : { ...SEEN, orderNumber };
  const { field, direction } = sortingOf(stage);
  const page = cursor === undefined ? filter : { $and: [filter, afterCursor(stage, cursor)] };
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
