import { type OrderRecord, type PaymentAttempt, updateAttempt } from '../orders';
import { applyTrade } from './apply-trade';
import { LIVE_STATUSES } from './new-attempt';
import type { PaymentDependencies } from './payment-dependencies';

type Settling = Pick<PaymentDependencies, 'orders' | 'paymentGateway' | 'logger' | 'now'>;

/** Asks the gateway how an attempt stands and applies the answer. @throws PortError */
export async function queryAttempt(dependencies: Settling, orderId: string, outTradeNo: string): Promise<void> {
  const trade = await dependencies.paymentGateway.queryByOutTradeNo(outTradeNo);
  if (trade) {
    await applyTrade(dependencies, orderId, trade);
  }
}

/**
 * Ends an attempt so that another may begin: close first, then look once more, for it may have been paid while closing.
 * @throws PortError when the gateway does not answer; the attempt then stays as it is.
 */
export async function closeAttempt(dependencies: Settling, order: OrderRecord, attempt: PaymentAttempt): Promise<void> {
  const { orders, paymentGateway } = dependencies;
  const { outTradeNo } = attempt;
  const end = () => updateAttempt(orders, order, { outTradeNo, from: LIVE_STATUSES, fields: { status: 'closed' } });
  // The gateway never got the first request and nobody was shown a way to pay it: there is nothing to close there. Should
  // money come all the same, a closed attempt still takes it or sends it back.
  if (attempt.status === 'preparing' && (await paymentGateway.queryByOutTradeNo(outTradeNo)) === null) {
    await end();
    return;
  }
  if ((await paymentGateway.close(outTradeNo)) === 'closed') {
    await end();
  }
  await queryAttempt(dependencies, order._id.toHexString(), outTradeNo);
}
