import type { OrderView } from '@acceptance/shared';
import { nextThing } from '../../features/next-thing';
import { formatChinaDate, formatChinaWeekdayTime } from '../../text/china-date';
import { ORDER_TEXT } from '../../text/orders';
import { REFUND_TEXT } from '../../text/refunds';
import { isRefundWaiting } from './actions-now';

export interface WhatsNext {
  readonly title: string;
  readonly hint: string;
}

/** The heading of the order page: where it stands, what comes next and when. */
export function whatsNext(order: OrderView): WhatsNext {
  if (isRefundWaiting(order)) {
    return { title: REFUND_TEXT.waitingTitle, hint: REFUND_TEXT.waitingHint };
  }
  if (order.status === 'submitted' && order.reviewPromisedBy && order.troubles.length === 0) {
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

/** Until when the applicant has to act, and what happens then; null where nothing of theirs runs out. */
export function untilWhen({ status, endsAt }: Pick<OrderView, 'status' | 'endsAt'>): string | null {
  if (endsAt === null) {
    return null;
  }
  const day = formatChinaDate(endsAt);
  return status === 'draft' ? ORDER_TEXT.endsDraft(day) : ORDER_TEXT.endsOrder(day);
}
