import type { OrderView } from '@acceptance/shared';
import { nextThing } from '../../features/next-thing';
import { isPaymentOnHold, paymentProblems } from '../../features/order-troubles';
import { formatChinaWeekdayTime } from '../../text/china-date';
import { ORDER_TEXT } from '../../text/orders';
import { TROUBLE_TEXT } from '../../text/troubles';

export interface WhatsNext {
  readonly title: string;
  readonly hint: string;
}

/** The heading while staff must act: nothing is asked of the applicant, whatever the status says. */
function whileStaffAct(order: OrderView): WhatsNext | null {
  if (order.contract.state === 'failed') {
    return { title: TROUBLE_TEXT.contractHead, hint: TROUBLE_TEXT.contractHeadHint };
  }
  if (order.status === 'approved' && isPaymentOnHold(order)) {
    return { title: TROUBLE_TEXT.paymentHead, hint: TROUBLE_TEXT.paymentHeadHint };
  }
  return order.status === 'refunding' && paymentProblems(order).includes('refund-delayed')
    ? { title: ORDER_TEXT.waiting.refunding, hint: TROUBLE_TEXT.refundHeadHint }
    : null;
}

/** The heading of the order page: where it stands, what comes next and when. */
export function whatsNext(order: OrderView): WhatsNext {
  const waiting = whileStaffAct(order);
  if (waiting) {
    return waiting;
  }
  if (order.status === 'submitted' && order.reviewPromisedBy) {
    return {
      title: ORDER_TEXT.waiting.submitted,
      hint: ORDER_TEXT.promised(formatChinaWeekdayTime(order.reviewPromisedBy)),
    };
  }
  const next = nextThing([order]);
  return next
    ? { title: next.title, hint: next.hint }
    : { title: ORDER_TEXT.waiting[order.status], hint: ORDER_TEXT.waitingHints[order.status] };
}
