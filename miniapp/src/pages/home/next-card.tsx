import { Text, View } from '@tarojs/components';
import { PrimaryButton } from '../../components/primary-button';
import type { NextThing } from '../../features/next-thing';
import type { OrderAction } from '../../features/order-actions';
import { HOME_TEXT } from '../../text/home';
import { ORDER_ACTION_LABELS } from '../../text/orders';

interface NextCardProps {
  readonly next: NextThing;
  readonly onAct: (action: OrderAction) => void;
}

/** The one thing to do next, or what is being waited for. */
export function NextCard({ next, onAct }: NextCardProps) {
  const { order, title, hint, action } = next;
  return (
    <View className={action ? 'home__next home__next--mine' : 'home__next'}>
      <Text className="home__next-title">{title}</Text>
      <Text className="home__next-hint">{hint}</Text>
      <Text className="home__next-order">{`${order.projectName} · ${order.orderNumber}`}</Text>
      <PrimaryButton kind={action ? 'primary' : 'secondary'} onTap={() => onAct(action ?? 'view')}>
        {action ? ORDER_ACTION_LABELS[action] : HOME_TEXT.look}
      </PrimaryButton>
    </View>
  );
}
