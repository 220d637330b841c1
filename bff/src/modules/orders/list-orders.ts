import { type OrderGroup, type OrderStatus, queryOfGroup } from '@acceptance/shared';
import { type QueryFilter, Types } from 'mongoose';
import { countTotal } from '../../database/count-total';
import { isForeignCursor, nextIdCursor, refuseForeignCursor } from '../../database/id-cursor';
import type { JoinedRead } from '../../http/read-alongside';
import type { OrderModel, OrderRecord } from './order.model';
import { type ListedOrder, UNLISTED } from './shown-order';

export interface OrderPage {
  readonly orders: readonly ListedOrder[];
  readonly nextCursor: string | null;
  readonly total: number;
}

interface OrderListQuery {
  readonly accountId: string;
  readonly status?: OrderStatus;
  readonly group?: OrderGroup;
  /** Id of the last order of the page before. */
  readonly cursor?: string;
  readonly limit: number;
}

function ofGroup(group: OrderGroup): QueryFilter<OrderRecord> {
  const { statuses, pairs } = queryOfGroup(group);
  return {
    $or: [
      { status: { $in: [...statuses] } },
      ...pairs.map(({ status, ways }) => ({ status, deliveryWay: { $in: [...ways] } })),
    ],
  };
}

const filterOf = ({ accountId, status, group }: OrderListQuery) => ({
  accountId,
  ...(status && { status }),
  ...(group && ofGroup(group)),
});

/** What finds the orders of a page of one's own, the newest first, paged by key, and one more; null for a cursor of no page. */
export function joinPageOfOrders(orders: OrderModel, query: OrderListQuery): JoinedRead | null {
  const { cursor, limit } = query;
  if (isForeignCursor(cursor)) {
    return null;
  }
  const after = cursor !== undefined && { _id: { $lt: new Types.ObjectId(cursor) } };
  return {
    from: orders.collection.collectionName,
    pipeline: [
      { $match: { ...filterOf(query), ...after } },
      { $sort: { _id: -1 } },
      { $limit: limit + 1 },
      { $project: UNLISTED },
    ],
  };
}

/** The page of which `found` was read. @throws AppError request.cursor_invalid */
export async function pageOfOrders(
  orders: OrderModel,
  query: OrderListQuery,
  found: readonly ListedOrder[],
): Promise<OrderPage> {
  const { cursor, limit } = query;
  refuseForeignCursor(cursor);
  // Nearly everybody has one page: it has been counted then.
  const isAll = cursor === undefined && found.length <= limit;
  const total = isAll ? found.length : await countTotal(orders, filterOf(query));
  const shown = found.slice(0, limit);
  const nextCursor = nextIdCursor(found, limit);
  return { orders: shown, nextCursor, total };
}
