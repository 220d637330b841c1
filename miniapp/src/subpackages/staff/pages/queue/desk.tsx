import type { StaffView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { ROUTES } from '../../../../routes';
import { DeskBar } from '../../desk/desk-bar';
import { useKeys } from '../../desk/use-keys';
import { QueuePanel } from '../../queue/queue-panel';
import { OrderReview } from '../../review/order-review';
import { reviewCommand } from '../../review/review-keys';
import { useReview } from '../../review/use-review';
import { STAFF_TEXT } from '../../text';
import './desk.scss';
import type { useDesk } from './use-desk';

type DeskState = ReturnType<typeof useDesk>;

/** Mounted anew for every order (by key), so that nothing of one order shows on the next. */
function SelectedOrder({ orderId, desk }: { readonly orderId: string; readonly desk: DeskState }) {
  const review = useReview(orderId, desk.openNext);
  return <OrderReview review={review} wide moves={{ onMove: desk.move, onClose: desk.close }} />;
}

function Idle({ desk }: { readonly desk: DeskState }) {
  useKeys((press) => {
    if (reviewCommand(press, 'reading')?.kind !== 'next') {
      return false;
    }
    desk.move(1);
    return true;
  });
  return (
    <View className="staff-desk__idle">
      <Text className="staff-desk__line">{desk.finished ? STAFF_TEXT.noneLeft : STAFF_TEXT.idle}</Text>
      <Text className="staff-desk__keys">{STAFF_TEXT.idleKeys}</Text>
    </View>
  );
}

export interface DeskProps {
  readonly desk: DeskState;
  readonly who: StaffView | null;
  readonly onSignOut: () => void;
}

/** Queue at the left, the order with its decision at the right. */
export const Desk = ({ desk, who, onSignOut }: DeskProps) => (
  <View className="staff-desk">
    <DeskBar title={ROUTES.staffQueue.title} who={who} onOpen={desk.open} onSignOut={onSignOut} />
    <View className="staff-desk__panes">
      <View className="staff-desk__queue">
        <QueuePanel queue={desk.queue} selectedId={desk.selectedId} onOpen={desk.open} />
      </View>
      <View className="staff-desk__order">
        {desk.selectedId ? (
          <SelectedOrder key={desk.selectedId} orderId={desk.selectedId} desk={desk} />
        ) : (
          <Idle desk={desk} />
        )}
      </View>
    </View>
  </View>
);
