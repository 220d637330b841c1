import { formatFen, type StaffOrderView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { formatChinaDateTime } from '../../../text/china-date';
import { ATTEMPT_STATUS_LABELS, PAYMENT_CHANNEL_LABELS, STAFF_TEXT } from '../text';
import './order-history.scss';
import { apiWord } from '../../../text/api-texts';
import { bracketed } from '../../../text/punctuation';

type OrderPart = Pick<StaffOrderView, 'project' | 'payments' | 'timeline'>;

const Payments = ({ project, payments }: OrderPart) => (
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

const Timeline = ({ timeline }: OrderPart) => (
  <Card title={STAFF_TEXT.history}>
    {timeline.map((entry) => (
      <View key={`${entry.at}${entry.event}`} className="order-history__row">
        <Text className="order-history__what">{bracketed(apiWord(entry.label), apiWord(entry.by))}</Text>
        <Text className="order-history__when">{formatChinaDateTime(entry.at)}</Text>
      </View>
    ))}
  </Card>
);

/** Payments and what happened so far. */
export const OrderHistory = ({ order }: { readonly order: OrderPart }) => (
  <>
    <Payments {...order} />
    <Timeline {...order} />
  </>
);
