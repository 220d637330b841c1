import { endpoints, type OrderView } from '@acceptance/shared';
import { useEffect } from 'react';
import { call } from '../../../../api/client';
import { type Load, useLoad } from '../../../../features/use-load';
import { goToPageInstead } from '../../order-flow/go-on';
import { pageInstead } from '../../order-flow/step-place';

/** The application this is a step of; without one (from 我的) there is only the account. */
export function useOptionalOrder(orderId: string | undefined): Load<OrderView | null> {
  const order = useLoad(
    async () => (orderId ? call(endpoints.orders.readOrder, { params: { orderId } }) : null),
    orderId ?? '',
  );
  const elsewhere = order.data && pageInstead(order.data, 'identity');
  useEffect(() => {
    if (elsewhere && orderId) {
      void goToPageInstead(elsewhere, orderId);
    }
  }, [elsewhere, orderId]);
  return order;
}
