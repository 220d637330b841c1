import type { Logger } from 'pino';
import type { PaymentGateway } from '../../ports/payment-gateway';
import { PortError } from '../../ports/port-error';
import type { OrderModel } from '../orders';
import { queryTrade } from '../payments';
import type { Difference } from './compare-day';
import { isOfDay } from './money-days';

export interface AskDependencies {
  readonly orders: OrderModel;
  readonly paymentGateway: PaymentGateway;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** Each is a call; what is beyond stays a difference, which the next comparison asks about. */
const MOST_QUESTIONS = 50;

/** Money that the bill has and we do not, or we have and the bill does not: the gateway may tell more of it. */
const isAskable = ({ kind, orderId }: Difference): boolean =>
  orderId !== null && (kind === 'missing-at-ours' || kind === 'missing-at-theirs');

/**
 * Asks the gateway about payments before they are called a difference. What it signs is applied as always: a payment of which
 * we had not heard is booked, or goes back by itself. Answers those that came on another day.
 * @throws PortError when no answer came
 */
export async function askAbout(
  needs: AskDependencies,
  day: string,
  differences: readonly Difference[],
): Promise<{ readonly asked: boolean; readonly paidOnOtherDay: ReadonlySet<string> }> {
  const questions = differences.filter(isAskable).slice(0, MOST_QUESTIONS);
  const paidOnOtherDay = new Set<string>();
  for (const { orderId, outTradeNo } of questions) {
    try {
      const { trade } = await queryTrade(needs, orderId ?? '', outTradeNo);
      if (trade?.successTime && !isOfDay(trade.successTime, day)) {
        paidOnOtherDay.add(outTradeNo);
      }
    } catch (error) {
      // It will not say: then a person must look, as with any difference.
      if (!(error instanceof PortError && error.failure === 'rejected')) {
        throw error;
      }
    }
  }
  return { asked: questions.length > 0, paidOnOtherDay };
}
