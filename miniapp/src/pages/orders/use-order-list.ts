import { type EndpointResponse, endpoints, type OrderStatus, type OrderSummary } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../api/client';
import { type Action, useAction } from '../../features/use-action';
import { type Load, useLoad } from '../../features/use-load';

type OrderPage = EndpointResponse<typeof endpoints.orders.listOrders>;

export interface OrderList {
  readonly load: Load<OrderPage>;
  readonly status: OrderStatus | null;
  readonly choose: (status: OrderStatus | null) => void;
  readonly showMore: Action<[], void>;
}

const readPage = (status: OrderStatus | null, cursor?: string): Promise<OrderPage> =>
  call(endpoints.orders.listOrders, { query: { status: status ?? undefined, cursor } });

const withNextPage = (shown: OrderPage, next: OrderPage): OrderPage => {
  const known = new Set(shown.items.map((order) => order.id));
  const added: readonly OrderSummary[] = next.items.filter((order) => !known.has(order.id));
  return { ...next, items: [...shown.items, ...added] };
};

/** The applicant's orders, newest first, filtered by status, page after page. */
export function useOrderList(): OrderList {
  const [status, choose] = useState<OrderStatus | null>(null);
  const load = useLoad(() => readPage(status), status ?? 'all');
  const showMore = useAction(async () => {
    if (load.data?.nextCursor) {
      load.setData(withNextPage(load.data, await readPage(status, load.data.nextCursor)));
    }
  });
  return { load, status, choose, showMore };
}
