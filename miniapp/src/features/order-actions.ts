import { isPaymentOnHold, isRepeatable, type OrderSummary } from '@acceptance/shared';

/** What the applicant can do with an order here. `mend` opens the marked fields of a returned order, `again` begins anew what has ended. */
export type OrderAction = 'continue' | 'mend' | 'pay' | 'receive' | 'track' | 'collect' | 'again' | 'delete' | 'view';

type ActionFacts = Pick<
  OrderSummary,
  'kind' | 'status' | 'paymentStatus' | 'availableEvents' | 'troubles' | 'deliveryWay'
>;

/**
 * The actions of a row: from the events that the order machine allows, and, for acts that are not events of it, from the
 * status that the server checks (a draft may be deleted, a pending payment paid). What waits for staff is not offered.
 */
export function orderActions({
  kind,
  status,
  paymentStatus,
  availableEvents,
  troubles,
  deliveryWay,
}: ActionFacts): OrderAction[] {
  if (troubles.includes('contract-failed')) {
    return status === 'draft' ? ['view', 'delete'] : ['view'];
  }
  if (isRepeatable(status)) {
    // What began with a certificate begins there again.
    return kind === 'new' ? ['again', 'view'] : ['view'];
  }
  if (availableEvents.includes('submit')) {
    return status === 'draft' ? ['continue', 'delete'] : ['mend'];
  }
  if (deliveryWay === 'download' && (status === 'issuing' || status === 'delivered')) {
    return ['receive', 'view'];
  }
  if (deliveryWay === 'pick-up' && status === 'issued') {
    return ['collect', 'view'];
  }
  if (deliveryWay === 'courier' && (status === 'issued' || status === 'delivered')) {
    return ['track', 'view'];
  }
  return paymentStatus === 'pending' && !isPaymentOnHold(troubles) ? ['pay', 'view'] : ['view'];
}
