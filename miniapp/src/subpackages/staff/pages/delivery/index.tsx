import type { StaffDelivery } from '@acceptance/shared';
import { say } from '../../../../features/ask';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateBack } from '../../../../platform/navigation';
import { OrderDelivery } from '../../delivery/order-delivery';
import { useOrderDelivery } from '../../delivery/use-order-delivery';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_DELIVERY_TEXT as TEXT } from '../../texts-deliveries';
import './index.scss';

/** Said where the list is again: the order's own page is gone. */
function leave({ orderNumber, trackingNumber }: StaffDelivery): void {
  say(TEXT.sent(orderNumber, trackingNumber ?? ''));
  void navigateBack('staffDeliveries');
}

/** One UKey on a phone, or by a link. */
export default function StaffDeliveryPage() {
  useStaffSession();
  const wide = useWideScreen();
  const { orderId = '' } = useRouteParams('staffDelivery');
  const state = useOrderDelivery(orderId, { onSent: leave });
  const { data } = state.load;
  return (
    <DeskFrame route="staffDelivery" load={state.load} wide={wide}>
      {data && <OrderDelivery data={data} page={state} />}
    </DeskFrame>
  );
}
