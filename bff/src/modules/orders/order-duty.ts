import { limitMsOf, type OrderStatus } from '@acceptance/shared';
import type { OrderRecord } from './order.model';

/** Whose end ends the order; in the other timed ones staff are late, and told so. */
export const EXPIRING_STATUSES: readonly OrderStatus[] = ['returned', 'approved'];
export const STAFF_STATUSES: readonly OrderStatus[] = ['paid', 'issuing', 'issued'];

/**
 * Statuses whose limit this field keeps. The others have somebody else who looks: a draft the retention sweep, a review its
 * promise, what is sent or fetched the sweeps of `deliveries`, a refund the job that asks after it.
 */
function isTimed({ project, deliveryWay }: OrderRecord, status: OrderStatus): boolean {
  switch (status) {
    case 'approved':
      // Without a price it goes on by itself; that it does not is no fault of the applicant.
      return project.paymentRequired;
    case 'issued':
      return deliveryWay !== 'pick-up';
    default:
      return EXPIRING_STATUSES.includes(status) || STAFF_STATUSES.includes(status);
  }
}

/** What the write that brings an order into a status says of its limit; what was said of the one before goes. */
export function dutyOf(order: OrderRecord, to: OrderStatus, now: Date) {
  const limit = isTimed(order, to) ? limitMsOf(to) : null;
  return {
    set: limit === null ? {} : { dutyEndsAt: new Date(now.getTime() + limit) },
    unset: { endNoticeDays: 1, lateTold: 1, ...(limit === null && { dutyEndsAt: 1 }) },
  };
}

/** Until when the applicant has to act, if they have to. */
export function endOfOrder({
  status,
  createdAt,
  dutyEndsAt,
}: Pick<OrderRecord, 'status' | 'createdAt' | 'dutyEndsAt'>): Date | null {
  if (status === 'draft') {
    return new Date(createdAt.getTime() + (limitMsOf('draft') ?? 0));
  }
  return EXPIRING_STATUSES.includes(status) ? (dutyEndsAt ?? null) : null;
}
