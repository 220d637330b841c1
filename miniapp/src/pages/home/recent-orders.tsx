import type { OrderSummary } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { ListRow } from '../../components/list-row';
import { StatusTag } from '../../components/status-tag';
import { ORDER_TONES } from '../../features/order-tone';
import { FOCUSABLE } from '../../platform/keyboard';
import { navigateTo } from '../../platform/navigation';
import { formatChinaDateTime } from '../../text/china-date';
import { HOME_TEXT } from '../../text/home';
import { ORDER_STATUS_LABELS } from '../../text/labels';

interface RecentOrdersProps {
  readonly orders: readonly OrderSummary[];
  readonly total: number;
  readonly onOpen: (order: OrderSummary) => void;
}

export function RecentOrders({ orders, total, onOpen }: RecentOrdersProps) {
  return (
    <Card
      title={HOME_TEXT.recent}
      aside={
        <View className="home__all" role="link" {...FOCUSABLE} onClick={() => void navigateTo('orders')}>
          {HOME_TEXT.allOrders(total)}
        </View>
      }
    >
      {orders.map((order) => (
        <ListRow
          key={order.id}
          label={order.projectName}
          hint={formatChinaDateTime(order.submittedAt ?? order.createdAt)}
          value={<StatusTag tone={ORDER_TONES[order.status]}>{ORDER_STATUS_LABELS[order.status]}</StatusTag>}
          onTap={() => onOpen(order)}
        />
      ))}
    </Card>
  );
}
