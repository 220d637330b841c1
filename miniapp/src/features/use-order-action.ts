import { endpoints, type OrderSummary } from '@acceptance/shared';
import { call } from '../api/client';
import { navigateTo } from '../platform/navigation';
import { ORDER_TEXT } from '../text/orders';
import { ask, say } from './ask';
import { continueApplication } from './continue-application';
import type { OrderAction } from './order-actions';
import { type Action, useAction } from './use-action';

type OrderFacts = Pick<OrderSummary, 'id' | 'orderNumber' | 'currentStep'>;

async function deleteDraft(order: OrderFacts): Promise<boolean> {
  const confirmed = await ask({
    title: ORDER_TEXT.deleteTitle,
    text: ORDER_TEXT.deleteText(order.orderNumber),
    confirm: ORDER_TEXT.deleteConfirm,
    dangerous: true,
  });
  if (!confirmed) {
    return false;
  }
  await call(endpoints.orders.deleteDraft, { params: { orderId: order.id } });
  say(ORDER_TEXT.deleted);
  return true;
}

/** Of one order one follows: where it was begun before, that one is opened. */
async function applyAnew({ id }: OrderFacts): Promise<void> {
  const order = await call(endpoints.orders.applyAnew, { params: { orderId: id } });
  return order.status === 'draft' ? continueApplication(order) : navigateTo('order', { orderId: order.id });
}

/** Does what a button of an order says. `onDeleted` runs after a draft is gone. */
export function useOrderAction(onDeleted: () => void): Action<[action: OrderAction, order: OrderFacts], void> {
  return useAction(async (action: OrderAction, order: OrderFacts) => {
    switch (action) {
      case 'continue':
        return continueApplication(order);
      case 'pay':
        return navigateTo('payMethod', { orderId: order.id });
      case 'receive':
        return navigateTo('certificateReceive', { orderId: order.id });
      case 'track':
      case 'collect':
        return navigateTo('delivery', { orderId: order.id });
      case 'again':
        return applyAnew(order);
      case 'delete':
        if (await deleteDraft(order)) {
          onDeleted();
        }
        return undefined;
      default:
        return navigateTo('order', { orderId: order.id });
    }
  });
}
