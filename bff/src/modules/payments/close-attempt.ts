import type { Trade } from '../../ports/payment-gateway';
import { PortError } from '../../ports/port-error';
import { findOrder, isSettled, type PaymentAttempt, updateAttempt } from '../orders';
import { applyTrade } from './apply-trade';
import { isLive } from './new-attempt';
import type { PaymentDependencies } from './payment-dependencies';

type Settling = Pick<PaymentDependencies, 'orders' | 'paymentGateway' | 'logger' | 'now'>;

export async function findAttempt(
  { orders }: Pick<Settling, 'orders'>,
  orderId: string,
  outTradeNo: string,
): Promise<PaymentAttempt | null> {
  const order = await findOrder(orders, orderId);
  return order.attempts.find((attempt) => attempt.outTradeNo === outTradeNo) ?? null;
}

/** Asks the gateway how an attempt stands and applies the answer; gives both: the answer, and how it stands now. @throws PortError */
export async function queryTrade(
  needs: Settling,
  orderId: string,
  outTradeNo: string,
): Promise<{ readonly trade: Trade | null; readonly attempt: PaymentAttempt | null }> {
  const trade = await needs.paymentGateway.queryByOutTradeNo(outTradeNo);
  if (trade) {
    await applyTrade(needs, orderId, trade);
  }
  return { trade, attempt: await findAttempt(needs, orderId, outTradeNo) };
}

/** `queryTrade` for whoever asks only how the attempt stands now. @throws PortError */
export const queryAttempt = async (needs: Settling, orderId: string, outTradeNo: string) =>
  (await queryTrade(needs, orderId, outTradeNo)).attempt;

/** Has the gateway close a trade, and looks what it signs then: no answer to the closing itself proves anything. @throws PortError */
export async function closeAtGateway(
  needs: Settling,
  orderId: string,
  outTradeNo: string,
): Promise<PaymentAttempt | null> {
  try {
    await needs.paymentGateway.close(outTradeNo);
  } catch (error) {
    // Paid, unknown, closed already: the signed state says which.
    if (!(error instanceof PortError && error.failure === 'rejected')) {
      throw error;
    }
  }
  return queryAttempt(needs, orderId, outTradeNo);
}

/**
 * Ends an attempt so that another may begin. One that nobody was shown a way to pay ends here; its watch closes it at
 * the gateway. One that somebody could pay ends only when the gateway has signed that nobody can any more.
 * @throws PortError when that is not to be had now; the attempt then stays as it is.
 */
export async function endAttempt(needs: Settling, orderId: string, attempt: PaymentAttempt): Promise<void> {
  const { orders } = needs;
  const { outTradeNo, handedOut } = attempt;
  if (!handedOut) {
    const order = await findOrder(orders, orderId);
    // Whoever is preparing it loses the compare-and-set and hands nothing out.
    await updateAttempt(orders, order, { outTradeNo, from: ['preparing'], fields: { status: 'closed' } });
    return;
  }
  const ended = await closeAtGateway(needs, orderId, outTradeNo);
  if (ended && isLive(ended) && !isSettled(ended)) {
    throw new PortError('payment-gateway', 'unavailable', 'NOT-CLOSED');
  }
}
