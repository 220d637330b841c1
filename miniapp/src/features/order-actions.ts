import type { OrderSummary } from '@acceptance/shared';

/** What the applicant can do with an order here. `mend` opens the marked fields of a returned order. */
export type OrderAction = 'continue' | 'mend' | 'pay' | 'delete' | 'view';

type ActionFacts = Pick<OrderSummary, 'status' | 'paymentStatus' | 'availableEvents'>;

/**
 * The actions of a row: from the events that the order machine allows, and, for acts that are not events of it, from the
 * status that the server checks (a draft may be deleted, a pending payment paid).
 */
export function orderActions({ status, paymentStatus, availableEvents }: ActionFacts): OrderAction[] {
  if (availableEvents.includes('submit')) {
    return status === 'draft' ? ['continue', 'delete'] : ['mend'];
  }
  return paymentStatus === 'pending' ? ['pay', 'view'] : ['view'];
}
