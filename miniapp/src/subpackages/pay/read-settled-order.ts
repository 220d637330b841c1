import { endpoints, type OrderView } from '@acceptance/shared';
import { call } from '../../api/client';
import { hasLiveAttempt, paySituation } from './pay-situation';

/**
 * The order with the newest truth about its money: when an attempt is open, the gateway is asked first. An unreachable
 * gateway leaves the order as it is known; whoever waits asks again.
 */
export async function readSettledOrder(orderId: string): Promise<OrderView> {
  const input = { params: { orderId } };
  const order = await call(endpoints.orders.readOrder, input);
  const { kind } = paySituation(order);
  // While on hold, too: the gateway may have found its word.
  if ((kind !== 'payable' && kind !== 'on-hold') || !hasLiveAttempt(order)) {
    return order;
  }
  return call(endpoints.payments.refreshPayment, input).catch(() => order);
}
