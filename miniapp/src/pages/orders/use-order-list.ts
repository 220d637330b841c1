import { type EndpointResponse, endpoints, type OrderGroup, type OrderSummary } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../api/client';
import { type Action, useAction } from '../../features/use-action';
import { type Load, useLoad } from '../../features/use-load';

type OrderPage = EndpointResponse<typeof endpoints.orders.listOrders>;

export interface OrderList {
  readonly load: Load<OrderPage>;
  readonly group: OrderGroup | null;
  readonly choose: (group: OrderGroup | null) => void;
  readonly showMore: Action<[], void>;
}

const readPage = (group: OrderGroup | null, cursor?: string): Promise<OrderPage> =>
  call(endpoints.orders.listOrders, { query: { group: group ?? undefined, cursor } });

const withNextPage = (shown: OrderPage, next: OrderPage): OrderPage => {
  const known = new Set(shown.items.map((order) => order.id));
  const added: readonly OrderSummary[] = next.items.filter((order) => !known.has(order.id));
  return { ...next, items: [...shown.items, ...added] };
};

/** The applicant's orders, newest first, filtered by group, page after page. */
export function useOrderList(): OrderList {
  const [group, choose] = useState<OrderGroup | null>(null);
  const load = useLoad(() => readPage(group), group ?? 'all');
  const showMore = useAction(async () => {
    if (load.data?.nextCursor) {
      load.setData(withNextPage(load.data, await readPage(group, load.data.nextCursor)));
    }
  });
  return { load, group, choose, showMore };
}
