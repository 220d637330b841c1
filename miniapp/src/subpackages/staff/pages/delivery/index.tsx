import type { StaffDelivery } from '@acceptance/shared';
import { PageFrame } from '../../../../components/page-frame';
import { say } from '../../../../features/ask';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateBack } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { OrderDelivery } from '../../delivery/order-delivery';
import { useOrderDelivery } from '../../delivery/use-order-delivery';
import { useStaffSession } from '../../desk/use-staff-session';
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
    <PageFrame title={ROUTES.staffDelivery.title} load={state.load} signInRoute="staffSignIn" wide={wide}>
      {data && <OrderDelivery data={data} page={state} />}
    </PageFrame>
  );
}
