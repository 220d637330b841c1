import type { OrderView } from '@acceptance/shared';
import { type OrderAction, orderActions } from '../../features/order-actions';
import { isPaymentOnHold } from '../../features/order-troubles';

/** The buttons of the order page: what the order allows, without what must wait for staff. */
export function actionsNow(order: OrderView): readonly OrderAction[] {
  const actions = orderActions(order);
  if (order.contract.state === 'failed') {
    // Nothing to continue; and deleting, which the list offers, would be the only button and read as advice.
    return actions.filter((action) => action !== 'continue' && action !== 'delete');
  }
  return isPaymentOnHold(order) ? actions.filter((action) => action !== 'pay') : actions;
}
