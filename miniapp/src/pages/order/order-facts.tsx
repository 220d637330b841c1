import { isRepeatable, type OrderStatus, type OrderView } from '@acceptance/shared';
import { Card } from '../../components/card';
import { ListRow } from '../../components/list-row';
import { Money } from '../../components/money';
import { navigateTo } from '../../platform/navigation';
import { formatChinaDateTime } from '../../text/china-date';
import { DELIVERY_WAY_LABELS, ORDER_KIND_LABELS, PAYMENT_STATUS_LABELS } from '../../text/labels';
import { ORDER_TEXT } from '../../text/orders';

/** From here on there is something that is sent or fetched. */
const DELIVERED: readonly OrderStatus[] = ['issued', 'delivered', 'completed'];

/** What began with a certificate begins there again. */
const OriginRow = ({ certificateId }: { readonly certificateId: string }) => (
  <ListRow
    label={ORDER_TEXT.origin}
    value={ORDER_TEXT.seeOrigin}
    onTap={() => void navigateTo('certificate', { certificateId })}
  />
);

/** The order in rows. */
export function OrderFacts({ order }: { readonly order: OrderView }) {
  return (
    <Card title={order.projectName}>
      <ListRow label={ORDER_TEXT.number} value={order.orderNumber} />
      {order.kind !== 'new' && <ListRow label={ORDER_TEXT.kind} value={ORDER_KIND_LABELS[order.kind]} />}
      {order.origin && isRepeatable(order.status) && <OriginRow certificateId={order.origin.certificateId} />}
      {order.unitName && <ListRow label={ORDER_TEXT.unit} value={order.unitName} />}
      {order.agentNameMasked && <ListRow label={ORDER_TEXT.agent} value={order.agentNameMasked} />}
      <ListRow label={ORDER_TEXT.createdAt} value={formatChinaDateTime(order.createdAt)} />
      {order.submittedAt && <ListRow label={ORDER_TEXT.submittedAt} value={formatChinaDateTime(order.submittedAt)} />}
      <ListRow
        label={ORDER_TEXT.amount}
        value={order.amountFen > 0 ? <Money fen={order.amountFen} /> : ORDER_TEXT.free}
      />
      {order.paymentStatus !== 'none' && (
        <ListRow label={ORDER_TEXT.payment} value={PAYMENT_STATUS_LABELS[order.paymentStatus]} />
      )}
      {order.deliveryWay && <ListRow label={ORDER_TEXT.delivery} value={DELIVERY_WAY_LABELS[order.deliveryWay]} />}
      {order.deliveryWay && order.deliveryWay !== 'download' && DELIVERED.includes(order.status) && (
        <ListRow
          label={ORDER_TEXT.deliveryRow}
          value={ORDER_TEXT.seeDelivery}
          onTap={() => void navigateTo('delivery', { orderId: order.id })}
        />
      )}
    </Card>
  );
}
