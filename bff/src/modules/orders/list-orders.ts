import { AppError, type OrderGroup, type OrderStatus, queryOfGroup } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import type { OrderModel, OrderRecord } from './order.model';

export interface OrderPage {
  readonly orders: OrderRecord[];
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

/** @throws AppError request.cursor_invalid for what no page has handed out: to begin again would look like the next page */
function readCursor(cursor: string): string {
  if (!/^[0-9a-f]{24}$/.test(cursor)) {
    throw new AppError('request.cursor_invalid');
  }
  return cursor;
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

/** One's own orders, the newest first, paged by key. @throws AppError request.cursor_invalid */
export async function listOwnOrders(orders: OrderModel, query: OrderListQuery): Promise<OrderPage> {
  const { accountId, status, group, cursor, limit } = query;
  const filter: QueryFilter<OrderRecord> = { accountId, ...(status && { status }), ...(group && ofGroup(group)) };
  const page = cursor === undefined ? filter : { ...filter, _id: { $lt: readCursor(cursor) } };
  const [found, total] = await Promise.all([
    orders
      .find(page)
      .sort({ _id: -1 })
      .limit(limit + 1)
      .lean<OrderRecord[]>(),
    orders.countDocuments(filter),
  ]);
  const shown = found.slice(0, limit);
  const nextCursor = found.length > limit ? (shown.at(-1)?._id.toHexString() ?? null) : null;
  return { orders: shown, nextCursor, total };
}
