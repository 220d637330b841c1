import { Text, View } from '@tarojs/components';
import { LoadingState } from '../../../../components/loading-state';
import { Notice } from '../../../../components/notice';
import { ProblemState } from '../../../../components/problem-state';
import { navigateTo } from '../../../../platform/navigation';
import { deliveryCommand } from '../../delivery/delivery-keys';
import { OrderDelivery, printLabel } from '../../delivery/order-delivery';
import { useOrderDelivery } from '../../delivery/use-order-delivery';
import { useKeys } from '../../desk/use-keys';
import { leaveTextField } from '../../platform/keyboard';
import { STAFF_DELIVERY_TEXT as TEXT } from '../../texts-deliveries';
import type { Deliveries } from './use-deliveries';

interface PaneProps {
  readonly page: Deliveries;
}

/** Mounted anew for every order (by key), so that nothing of one order shows on the next. */
function Selected({ page, orderId }: PaneProps & { readonly orderId: string }) {
  const state = useOrderDelivery(orderId, { onSent: page.sent, onChanged: page.changed });
  const { data, problem, reload } = state.load;
  useKeys((press) => {
    switch (deliveryCommand(press)) {
      case 'next':
        page.move(1);
        return true;
      case 'previous':
        page.move(-1);
        return true;
      case 'print':
        if (data) {
          printLabel(data);
        }
        return true;
      case 'leave-field':
        leaveTextField();
        return true;
      case 'close':
        page.select(null);
        return true;
      default:
        return false;
    }
  });
  if (!data) {
    return problem ? (
      <ProblemState
        problem={problem}
        onRetry={() => void reload()}
        onSignIn={() => void navigateTo('staffSignIn')}
        onBack={() => page.select(null)}
      />
    ) : (
      <LoadingState />
    );
  }
  return <OrderDelivery data={data} page={state} />;
}

function Idle({ page }: PaneProps) {
  useKeys((press) => {
    if (deliveryCommand(press) !== 'next') {
      return false;
    }
    page.move(1);
    return true;
  });
  return (
    <View className="staff-deliveries__idle">
      <Text>{page.lastSent && page.items.length === 0 ? TEXT.noneLeft : TEXT.idle}</Text>
    </View>
  );
}

/** Beside the list on a wide screen: the order that is open, and the one whose number was just recorded. */
export function SelectedDelivery({ page }: PaneProps) {
  const { selectedId, lastSent } = page;
  return (
    <View className="staff-deliveries__order">
      {lastSent && lastSent.orderId !== selectedId && (
        <Notice kind="success" action={{ label: TEXT.sentWrong, onTap: () => page.select(lastSent.orderId) }}>
          {TEXT.sent(lastSent.orderNumber, lastSent.trackingNumber ?? '')}
        </Notice>
      )}
      {selectedId ? <Selected key={selectedId} page={page} orderId={selectedId} /> : <Idle page={page} />}
      <Text className="staff-deliveries__keys">{TEXT.keys}</Text>
    </View>
  );
}
