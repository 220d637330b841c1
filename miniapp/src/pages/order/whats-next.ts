import type { OrderView } from '@acceptance/shared';
import { nextThing } from '../../features/next-thing';
import { formatChinaDate, formatPromise } from '../../text/china-date';
import { ORDER_TEXT } from '../../text/orders';
import { REFUND_TEXT } from '../../text/refunds';
import { isRefundWaiting } from './actions-now';

export interface WhatsNext {
  readonly title: string;
  readonly hint: string;
}

/** The heading of the order page: where it stands, what comes next and when. */
export function whatsNext(order: OrderView, now = Date.now()): WhatsNext {
  if (isRefundWaiting(order)) {
    return { title: REFUND_TEXT.waitingTitle, hint: REFUND_TEXT.waitingHint };
  }
  if (order.status === 'submitted' && order.reviewPromisedBy && order.troubles.length === 0) {
    return {
      title: ORDER_TEXT.waiting.submitted,
      hint: ORDER_TEXT.promised(formatPromise(order.reviewPromisedBy, now)),
    };
  }
  const next = nextThing([order]);
  return next
    ? { title: next.title, hint: next.hint }
    : { title: ORDER_TEXT.waiting[order.status], hint: ORDER_TEXT.waitingHints[order.status] };
}

const HOUR_MINUTES = 60;

/** How much of the promised review is left while the applicant has the order; null where nothing is paused. */
export function pausedReview({ reviewPausedMinutes: minutes }: Pick<OrderView, 'reviewPausedMinutes'>): string | null {
  if (minutes === null) {
    return null;
  }
  const hours = Math.floor(minutes / HOUR_MINUTES);
  return ORDER_TEXT.paused(hours === 0 ? ORDER_TEXT.minutes(minutes) : ORDER_TEXT.hours(hours, minutes % HOUR_MINUTES));
}

/** Until when the applicant has to act, and what happens then; null where nothing of theirs runs out. */
export function untilWhen({ status, endsAt }: Pick<OrderView, 'status' | 'endsAt'>): string | null {
  if (endsAt === null) {
    return null;
  }
  const day = formatChinaDate(endsAt);
  return status === 'draft' ? ORDER_TEXT.endsDraft(day) : ORDER_TEXT.endsOrder(day);
}
