import { type OrderGroup, type OrderStatus, queryOfGroup } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { countTotal } from '../../database/count-total';
import { nextIdCursor, refuseForeignCursor } from '../../database/id-cursor';
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
  refuseForeignCursor(cursor);
  const page = cursor === undefined ? filter : { ...filter, _id: { $lt: cursor } };
  const found = await orders
    .find(page)
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean<OrderRecord[]>();
  // Nearly everybody has one page: it has been counted then.
  const isAll = cursor === undefined && found.length <= limit;
  const total = isAll ? found.length : await countTotal(orders, filter);
  const shown = found.slice(0, limit);
  const nextCursor = nextIdCursor(found, limit);
  return { orders: shown, nextCursor, total };
}
