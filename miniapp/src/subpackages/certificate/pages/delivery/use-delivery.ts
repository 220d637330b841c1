import { endpoints, type OrderStatus } from '@acceptance/shared';
import { call } from '../../../../api/client';
import { download } from '../../../../api/download';
import { ask, say } from '../../../../features/ask';
import { readSettings } from '../../../../features/settings';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { openPdf } from '../../../../platform/open-document';
import { DELIVERY_TEXT as TEXT } from '../../texts-delivery';

/** Before, nothing can be sent or fetched, and the API says so with an error. */
const HAS_DELIVERY: readonly OrderStatus[] = ['issued', 'delivered', 'completed'];

/** How the UKey of an order comes to its applicant: state and acts. */
export function useDelivery(orderId: string) {
  const params = { orderId };
  const load = useLoad(async () => {
    const [order, settings] = await Promise.all([call(endpoints.orders.readOrder, { params }), readSettings()]);
    const isDelivered = HAS_DELIVERY.includes(order.status) && order.deliveryWay !== 'download';
    const delivery = isDelivered ? await call(endpoints.deliveries.readOwn, { params }) : null;
    return { order, delivery, servicePhone: settings.servicePhone };
  }, orderId);

  const confirm = useAction(async () => {
    if (await ask({ title: TEXT.askTitle, text: TEXT.askText, confirm: TEXT.askYes })) {
      await call(endpoints.deliveries.confirmReceived, { params });
      say(TEXT.confirmed);
      await load.reload();
    }
  });

  const openVoucher = useAction(async () => {
    const path = await download(endpoints.deliveries.readVoucher, { params });
    if (!(await openPdf(path))) {
      say(TEXT.voucherBlocked);
    }
  });

  return { load, confirm, openVoucher };
}
export type DeliveryPageState = ReturnType<typeof useDelivery>;
