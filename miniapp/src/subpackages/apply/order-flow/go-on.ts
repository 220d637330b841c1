import { redirectTo } from '../../../platform/navigation';
import { type OrderPageRoute, type OrderPosition, openPage } from './step-place';

/** Opens a page of an order in place of this one, so that the page stack stays short. */
export const goToPage = (route: OrderPageRoute, orderId: string): Promise<void> => redirectTo(route, { orderId });

/** Goes on to the first open step, or to the details of an order that was handed in. */
export const goOn = (order: OrderPosition & { readonly id: string }): Promise<void> =>
  goToPage(openPage(order), order.id);
