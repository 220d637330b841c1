import type { OrderView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { BottomBar } from '../../../../components/bottom-bar';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useRouteParams } from '../../../../features/use-route-params';
import { dial } from '../../../../platform/dial';
import { navigateTo, redirectTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { apiWord } from '../../../../text/api-texts';
import { formatChinaDate } from '../../../../text/china-date';
import '../../certificate.scss';
import { deliverySteps } from '../../delivery-steps';
import { DELIVERY_TEXT as TEXT } from '../../texts-delivery';
import { deliveryHead } from './delivery-head';
import { DeliveryProgress } from './delivery-progress';
import './index.scss';
import { EarlierParcels, ParcelCard } from './parcel-card';
import { PickUpCard } from './pick-up-card';
import { useDelivery } from './use-delivery';

/** What it is for, how it is used, whom to call. */
const UseCard = ({ order, servicePhone }: { readonly order: OrderView; readonly servicePhone: string }) => (
  <Card title={TEXT.useTitle}>
    <ListRow label={TEXT.useFor} value={apiWord(order.project.summary || order.projectName)} />
    {TEXT.use.map((line) => (
      <Text key={line} className="certificate__step">
        {line}
      </Text>
    ))}
    <ListRow label={TEXT.service} value={servicePhone} onTap={() => dial(servicePhone)} />
    <ListRow
      label={TEXT.toOrder}
      value={order.orderNumber}
      onTap={() => void navigateTo('order', { orderId: order.id })}
    />
  </Card>
);

/** How the UKey comes to its applicant: by courier, or fetched at the desk. */
export default function DeliveryPage() {
  const { orderId = '' } = useRouteParams('delivery');
  const { load, confirm, openVoucher } = useDelivery(orderId);
  const title = ROUTES.delivery.title;
  if (!load.data) {
    return <PageFrame title={title} refresh={load.reload} load={load} />;
  }
  const { order, delivery, servicePhone } = load.data;
  if (order.deliveryWay === 'download') {
    const toReceive = () => void redirectTo('certificateReceive', { orderId });
    return (
      <PageFrame title={title} refresh={load.reload} load={load}>
        <Notice action={{ label: TEXT.toReceive, onTap: toReceive }}>{TEXT.software}</Notice>
      </PageFrame>
    );
  }
  const head = deliveryHead(order, delivery);
  const [parcel, ...earlier] = delivery?.parcels ?? [];
  const completes = order.status === 'completed' ? null : (delivery?.completesAt ?? null);
  const bar = delivery?.canConfirm && (
    <BottomBar note={completes ? TEXT.completesAt(formatChinaDate(completes)) : null}>
      <PrimaryButton pending={confirm.pending} pendingLabel={TEXT.confirming} onTap={() => void confirm.run()}>
        {TEXT.confirm}
      </PrimaryButton>
    </BottomBar>
  );
  return (
    <PageFrame title={title} refresh={load.reload} load={load} bottom={bar || undefined}>
      <View className="delivery__head">
        <Text className="delivery__title">{head.title}</Text>
        <Text className="delivery__hint">{head.hint}</Text>
      </View>
      <ProblemNotice problem={confirm.problem} />
      <DeliveryProgress steps={deliverySteps(order, delivery)} />
      {parcel && <ParcelCard parcel={parcel} />}
      {earlier.length > 0 && <EarlierParcels parcels={earlier} />}
      {delivery?.pickUp && <PickUpCard pickUp={delivery.pickUp} openVoucher={openVoucher} />}
      <UseCard order={order} servicePhone={servicePhone} />
    </PageFrame>
  );
}
