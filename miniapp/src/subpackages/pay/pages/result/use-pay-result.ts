import { endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { readSettledOrder } from '../../read-settled-order';
import { resultView } from './result-view';

const POLL_MS = 3000;
const SLOW_POLL_MS = 10_000;
/** Half a minute: a notification or a query has usually answered by then. */
const USUAL_POLLS = 10;

/** Follows a payment until the server knows how it ended. */
export function usePayResult(orderId: string) {
  const order = useLoad(() => readSettledOrder(orderId), orderId);
  const [polls, setPolls] = useState(0);
  const [unreachable, setUnreachable] = useState(false);
  const slow = polls >= USUAL_POLLS;
  const view = order.data && resultView(order.data, slow);
  const { setData } = order;

  usePolling(view?.waiting ?? false, slow ? SLOW_POLL_MS : POLL_MS, async () => {
    setPolls((count) => count + 1);
    try {
      setData(await call(endpoints.payments.refreshPayment, { params: { orderId } }));
      setUnreachable(false);
    } catch {
      setUnreachable(true);
    }
  });

  return { order, view, unreachable };
}
