import { ORDER_STATUSES, type OrderStatus } from '@acceptance/shared';
import type { StatusTone } from '../../../components/status-tag';

/** What is looked for every day; the rest is behind 更多状态. */
export const DAILY_STATUSES: readonly OrderStatus[] = ['submitted', 'returned', 'approved', 'paid'];

/** Drafts are the applicant's alone and never listed. */
export const OTHER_STATUSES: readonly OrderStatus[] = ORDER_STATUSES.filter(
  (status) => status !== 'draft' && !DAILY_STATUSES.includes(status),
);

const GOOD: readonly OrderStatus[] = ['approved', 'paid', 'issuing', 'issued', 'delivered', 'completed'];
const BAD: readonly OrderStatus[] = ['rejected', 'cancelled', 'expired'];

export function statusTone(status: OrderStatus): StatusTone {
  if (status === 'submitted') {
    return 'active';
  }
  if (GOOD.includes(status)) {
    return 'good';
  }
  return BAD.includes(status) ? 'neutral' : 'attention';
}
