import { formatFen, type OrderSummary } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { formatChinaDate, formatChinaDateTime } from '../text/china-date';
import { DELIVERY_WAY_LABELS, ORDER_STATUS_LABELS, PAYMENT_STATUS_LABELS } from '../text/labels';
import { ORDER_TEXT } from '../text/orders';
import { TROUBLE_TEXT } from '../text/troubles';
import { Card } from './card';
import { PrimaryButton } from './primary-button';
import { StatusTag, type StatusTone } from './status-tag';
import './order-card.scss';
import { joinClauses } from '../text/punctuation';

export interface OrderCardButton {
  readonly label: string;
  readonly kind: 'primary' | 'secondary' | 'plain';
  readonly pending?: boolean;
  readonly onTap: () => void;
}

export interface OrderCardProps {
  readonly order: OrderSummary;
  readonly tone: StatusTone;
  readonly buttons: readonly OrderCardButton[];
}

const factsOf = (order: OrderSummary): readonly (readonly [label: string, value: string])[] => {
  const facts: (readonly [string, string | null])[] = [
    [ORDER_TEXT.number, order.orderNumber],
    [ORDER_TEXT.unit, order.unitName],
    [ORDER_TEXT.agent, order.agentNameMasked],
    order.submittedAt
      ? [ORDER_TEXT.submittedAt, formatChinaDateTime(order.submittedAt)]
      : [ORDER_TEXT.createdAt, formatChinaDateTime(order.createdAt)],
    [ORDER_TEXT.endsRow, order.endsAt && formatChinaDate(order.endsAt)],
    [ORDER_TEXT.amount, order.amountFen > 0 ? formatFen(order.amountFen) : ORDER_TEXT.free],
    [ORDER_TEXT.delivery, order.deliveryWay && DELIVERY_WAY_LABELS[order.deliveryWay]],
    [ORDER_TEXT.payment, order.paymentStatus === 'none' ? null : PAYMENT_STATUS_LABELS[order.paymentStatus]],
  ];
  return facts.filter((fact): fact is readonly [string, string] => Boolean(fact[1]));
};

/** An application in a list: what it is, where it stands, what can be done. */
export function OrderCard({ order, tone, buttons }: OrderCardProps) {
  return (
    <Card title={order.projectName} aside={<StatusTag tone={tone}>{ORDER_STATUS_LABELS[order.status]}</StatusTag>}>
      {order.troubles.map((trouble) => (
        <Text key={trouble} className="order-card__trouble">
          {TROUBLE_TEXT.short[trouble]}
        </Text>
      ))}
      {factsOf(order).map(([label, value]) => (
        <View key={label} className="order-card__fact">
          <Text className="order-card__label">{label}</Text>
          <Text className="order-card__value">{value}</Text>
        </View>
      ))}
      <View className="order-card__buttons">
        {buttons.map(({ label, kind, pending, onTap }) => (
          <PrimaryButton
            key={label}
            small
            kind={kind}
            pending={pending}
            label={joinClauses(label, `${order.projectName} ${order.orderNumber}`)}
            onTap={onTap}
          >
            {label}
          </PrimaryButton>
        ))}
      </View>
    </Card>
  );
}
