import type { StaffOrderView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { StatusTag } from '../../../components/status-tag';
import { formatChinaDate, formatChinaDateTime } from '../../../text/china-date';
import { ORDER_KIND_LABELS, ORDER_STATUS_LABELS } from '../../../text/labels';
import { statusTone } from '../queue/queue-statuses';
import { STAFF_TEXT } from '../text';
import { reviewTimeLeft } from '../time-left';
import './order-head.scss';

/** Which order this is, where it stands and how urgent it is. */
export function OrderHead({ order }: { readonly order: StaffOrderView }) {
  const left = reviewTimeLeft(order);
  return (
    <View className="order-head">
      <View className="order-head__line">
        <Text className="order-head__number" selectable>
          {order.orderNumber}
        </Text>
        <StatusTag tone={statusTone(order.status)}>{ORDER_STATUS_LABELS[order.status]}</StatusTag>
        {left && <StatusTag tone={left.tone}>{left.words}</StatusTag>}
      </View>
      <Text className="order-head__about">
        {[
          order.kind !== 'new' && ORDER_KIND_LABELS[order.kind],
          order.project.name,
          order.unitName,
          order.origin && STAFF_TEXT.follows(order.origin.serialNumber, formatChinaDate(order.origin.notAfter)),
          order.submittedAt && STAFF_TEXT.submittedAt(formatChinaDateTime(order.submittedAt)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </View>
  );
}
