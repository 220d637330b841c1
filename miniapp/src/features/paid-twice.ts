import type { OrderView } from '@acceptance/shared';
import { TROUBLE_TEXT } from '../text/troubles';

type PaidTwiceFacts = Pick<OrderView, 'paymentStatus' | 'payments'>;

/** What becomes of money that came beside the payment that counts; null where none did, or staff say more of it. */
export function paidTwiceWords({ paymentStatus, payments }: PaidTwiceFacts): string | null {
  const isThere = (wanted: 'refunding' | 'refunded') =>
    payments.some(({ status, problem }) => status === wanted && problem === null);
  if (paymentStatus !== 'paid') {
    return null;
  }
  if (isThere('refunding')) {
    return TROUBLE_TEXT.paidTwice;
  }
  return isThere('refunded') ? TROUBLE_TEXT.paidTwiceReturned : null;
}
