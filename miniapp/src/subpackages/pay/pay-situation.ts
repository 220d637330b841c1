import { isFinal, isPaymentOnHold, type OrderStatus, type OrderView } from '@acceptance/shared';
import { ORDER_STATUS_LABELS } from '../../text/labels';
import { PAY_TEXT } from './text';

export type PayableFacts = Pick<OrderView, 'status' | 'paymentStatus' | 'troubles' | 'payments'> & {
  readonly project: Pick<OrderView['project'], 'paymentRequired'>;
};

/** Whether the order can be paid now; `settled` belongs on the result page, `on-hold` waits until staff have checked. */
export type PaySituation =
  | { readonly kind: 'payable' | 'settled' | 'on-hold' }
  | { readonly kind: 'nothing-to-pay'; readonly title: string; readonly hint: string };

const BEFORE_APPROVAL: readonly OrderStatus[] = ['draft', 'submitted', 'returned'];

export function paySituation({ status, paymentStatus, troubles, project }: PayableFacts): PaySituation {
  if (paymentStatus === 'paid' || paymentStatus === 'refunding' || paymentStatus === 'refunded') {
    return { kind: 'settled' };
  }
  if (!project.paymentRequired) {
    return {
      kind: 'nothing-to-pay',
      title: PAY_TEXT.notRequired,
      hint: isFinal(status) ? '' : PAY_TEXT.notRequiredHint,
    };
  }
  if (status === 'approved') {
    return { kind: isPaymentOnHold(troubles) ? 'on-hold' : 'payable' };
  }
  const label = ORDER_STATUS_LABELS[status];
  return BEFORE_APPROVAL.includes(status)
    ? { kind: 'nothing-to-pay', title: PAY_TEXT.notNow(label), hint: PAY_TEXT.notNowHint }
    : { kind: 'nothing-to-pay', title: PAY_TEXT.closed(label), hint: '' };
}

/** An attempt whose money may still be on its way: ask the gateway before saying anything about it. */
export const hasLiveAttempt = ({ payments }: Pick<OrderView, 'payments'>): boolean =>
  payments.some(({ status }) => status === 'preparing' || status === 'open');
