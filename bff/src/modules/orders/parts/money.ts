import type { OrderRecord } from '../order.model';
import { receivedOf } from './attempts';

/** All ways in which an order may have been paid: whoever asks about its money asks here. */
type Paid = Pick<OrderRecord, 'attempts' | 'transfer'>;

/** What of an order's money is in one of the given states. */
function fenIn({ attempts, transfer }: Paid, ofAttempt: readonly string[], ofTransfer: readonly string[]): number {
  const byWechat = attempts
    .filter(({ status }) => ofAttempt.includes(status))
    .reduce((sum, attempt) => sum + receivedOf(attempt), 0);
  const parts = (transfer && ofTransfer.includes(transfer.state) && transfer.paid?.parts) || [];
  return parts.reduce((sum, { amountFen }) => sum + amountFen, byWechat);
}

/** Money that came and was kept: what a refund gives back. */
export const keptFen = (order: Paid): number => fenIn(order, ['paid'], ['paid']);

/** Money that is back, or on its way. */
export const givenBackFen = (order: Paid): number => fenIn(order, ['refunding', 'refunded'], ['returning', 'returned']);

export const keepsMoney = ({ attempts, transfer }: Paid): boolean =>
  transfer?.state === 'paid' || attempts.some(({ status }) => status === 'paid');

export const awaitsReturn = ({ attempts, transfer }: Paid): boolean =>
  transfer?.state === 'returning' || attempts.some(({ status }) => status === 'refunding');
