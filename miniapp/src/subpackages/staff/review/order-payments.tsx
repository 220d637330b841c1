import { formatFen, type StaffOrderView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { ATTEMPT_STATUS_LABELS, PAYMENT_CHANNEL_LABELS, STAFF_TEXT } from '../text';
import './order-history.scss';

type OrderPart = Pick<StaffOrderView, 'project' | 'payments'>;

/** What was to be paid, and how that went. */
export const OrderPayments = ({ project, payments }: OrderPart) => (
  <Card title={STAFF_TEXT.payments}>
    {payments.length === 0 && (
      <Text className="order-history__none">{project.paymentRequired ? STAFF_TEXT.noPayments : STAFF_TEXT.free}</Text>
    )}
    {payments.map((attempt) => (
      <View key={attempt.outTradeNo} className="order-history__row">
        <Text className="order-history__what">{`${PAYMENT_CHANNEL_LABELS[attempt.channel]} ${attempt.outTradeNo}`}</Text>
        <Text className="order-history__when">
          {`${formatFen(attempt.amountFen)} · ${ATTEMPT_STATUS_LABELS[attempt.status]}`}
        </Text>
      </View>
    ))}
  </Card>
);
