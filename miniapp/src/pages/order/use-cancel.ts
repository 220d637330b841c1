import { endpoints, type OrderView } from '@acceptance/shared';
import { call } from '../../api/client';
import { ask, say } from '../../features/ask';
import { type Action, useAction } from '../../features/use-action';
import { ORDER_TEXT } from '../../text/orders';

const warningOf = ({ orderNumber, projectName, status, paymentStatus }: OrderView): string => {
  const text = ORDER_TEXT.cancelText(orderNumber, projectName);
  return status === 'approved' && paymentStatus !== 'none' ? `${text}${ORDER_TEXT.cancelWhilePayable}` : text;
};

/** Ends the application after saying which one it is and what happens; `show` gets it as it stands then. */
export function useCancel(show: (order: OrderView) => void): Action<[order: OrderView], void> {
  return useAction(async (order: OrderView) => {
    const { cancelTitle: title, cancelConfirm: confirm } = ORDER_TEXT;
    if (await ask({ title, text: warningOf(order), confirm, dangerous: true })) {
      show(await call(endpoints.orders.cancelOrder, { params: { orderId: order.id } }));
      say(ORDER_TEXT.cancelled);
    }
  });
}
