import { keepsRefundRequest, type OrderStatus } from '@acceptance/shared';
import type { OutboxEntry } from '../../../database/outbox';
import { openTaskEntry, settleTaskEntry } from '../../../jobs/task-jobs';
import type { OrderRecord } from '../order.model';
import { keptFen } from '../parts/money';
import { isRefundWaiting, refundRequestsOf } from './refund-request';

const KIND = 'refund-waiting';

export const refundTask = (order: OrderRecord, now: Date): OutboxEntry =>
  openTaskEntry(
    { kind: KIND, facts: { orderNumber: order.orderNumber, expectedFen: keptFen(order) }, redo: null },
    now,
  );
export const refundTaskEnd = (outcome: string, now: Date, closedBy: string | null = null): OutboxEntry =>
  settleTaskEntry({ kind: KIND, outcome, closedBy }, now);

/** Part of a write that takes an order where that refund begins no more: the certificate is made, or the money is back. */
export function endOfRefundRequest(order: OrderRecord, to: OrderStatus, now: Date) {
  if (to === 'refunding' || keepsRefundRequest(order.status, to) || !isRefundWaiting(order)) {
    return { set: {}, unset: {}, jobs: [] };
  }
  const path = `refundRequests.${refundRequestsOf(order).length - 1}`;
  return {
    set: { [`${path}.state`]: 'lapsed', [`${path}.endedAt`]: now },
    unset: { refundAskedAt: 1 },
    jobs: [refundTaskEnd('lapsed', now)],
  };
}
