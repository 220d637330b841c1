import { isPaymentOnHold, type OrderSummary } from '@acceptance/shared';
import { type OrderAction, orderActions } from '../../features/order-actions';

/** The buttons of the order page: what the order allows. Deleting, as the only button, would read as advice. */
export function actionsNow(order: OrderSummary): readonly OrderAction[] {
  const actions = orderActions(order);
  return order.troubles.includes('contract-failed') ? actions.filter((action) => action !== 'delete') : actions;
}

/** While money is being looked into, its order is not cancelled beside it. */
export const isCancellableNow = ({ availableEvents, troubles }: OrderSummary): boolean =>
  availableEvents.includes('cancel') && !isPaymentOnHold(troubles);
