import { isPaymentOnHold, type OrderSummary, type OrderView } from '@acceptance/shared';
import { type OrderAction, orderActions } from '../../features/order-actions';

/** Whether somebody has asked for the money and finance has not decided: meanwhile nothing is made. */
export const isRefundWaiting = ({ refund }: Pick<OrderView, 'refund'>): boolean => refund.request?.state === 'waiting';

/** The buttons of the order page: what the order allows. Deleting, as the only button, would read as advice. */
export function actionsNow(order: OrderView): readonly OrderAction[] {
  const actions = orderActions(order).filter((action) => action !== 'receive' || !isRefundWaiting(order));
  return order.troubles.includes('contract-failed') ? actions.filter((action) => action !== 'delete') : actions;
}

/** While money is being looked into, its order is not cancelled beside it. */
export const isCancellableNow = ({ availableEvents, troubles }: OrderSummary): boolean =>
  availableEvents.includes('cancel') && !isPaymentOnHold(troubles);
