import { navigateBackBy, navigateTo, openPages, redirectTo } from '../../../platform/navigation';
import { planMove } from './plan-move';
import { type OrderPageRoute, type OrderPosition, openPage } from './step-place';

async function move(route: OrderPageRoute, orderId: string, inPlace: boolean): Promise<void> {
  const planned = planMove(openPages(), { route, orderId, inPlace });
  switch (planned.kind) {
    case 'stay':
      return;
    case 'back':
      await navigateBackBy(planned.delta);
      return;
    case 'leave':
      await navigateBackBy(planned.delta);
      await redirectTo(route, { orderId });
      return;
    case 'replace':
      await redirectTo(route, { orderId });
      return;
    default:
      await navigateTo(route, { orderId });
  }
}

/** Goes to a page of an order: forward, or back to it where it is open already. */
export const goToPage = (route: OrderPageRoute, orderId: string): Promise<void> => move(route, orderId, false);

/** Leads away from a page that is not the right one: Back does not return to it. */
export const goToPageInstead = (route: OrderPageRoute, orderId: string): Promise<void> => move(route, orderId, true);

/** Goes on to the first open step, or to the details of an order that was handed in. */
export const goOn = (order: OrderPosition & { readonly id: string }): Promise<void> =>
  goToPage(openPage(order), order.id);
