import { Text, View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { ListRow } from '../../../components/list-row';
import { Notice } from '../../../components/notice';
import { PrimaryButton } from '../../../components/primary-button';
import { StatusTag } from '../../../components/status-tag';
import { navigateTo } from '../../../platform/navigation';
import { apiWord } from '../../../text/api-texts';
import { formatChinaDateTime } from '../../../text/china-date';
import { COLLECTOR_LABELS, DELIVERY_HOLD_LABELS, DELIVERY_STAGE_LABELS } from '../labels';
import { hasPrinter, printSheet } from '../platform/print-sheet';
import { STAFF_DELIVERY_TEXT as TEXT } from '../texts-deliveries';
import './delivery.scss';
import { addressLine, parcelLabel } from './label-sheet';
import { NumberForm } from './number-form';
import { ParcelView } from './parcel-view';
import { STAGE_TONES } from './stage-tones';
import type { OrderDelivery as Data, OrderDeliveryState } from './use-order-delivery';

/** Prints the label of a parcel, when there is one to be sent. */
export function printLabel({ delivery, sender }: Data): void {
  if (hasPrinter && delivery.receiver) {
    printSheet(parcelLabel(delivery, delivery.receiver, sender));
  }
}

function ReceiverCard(data: Data) {
  const { receiver, courier } = data.delivery;
  if (!receiver) {
    return null;
  }
  return (
    <Card
      title={TEXT.receiver}
      aside={
        hasPrinter && (
          <PrimaryButton small kind="secondary" onTap={() => printLabel(data)}>
            {TEXT.print}
          </PrimaryButton>
        )
      }
    >
      <View className="delivery__receiver">
        <Text className="delivery__name" selectable userSelect>
          {`${receiver.name}  ${receiver.phone}`}
        </Text>
        <Text className="delivery__address" selectable userSelect>
          {addressLine(receiver)}
        </Text>
        {courier && <Text className="delivery__chosen">{`${TEXT.courier} ${courier}`}</Text>}
      </View>
    </Card>
  );
}

function PickUpCard({ delivery }: Pick<Data, 'delivery'>) {
  const { collected } = delivery;
  return collected ? (
    <Notice kind="success">{TEXT.collected(formatChinaDateTime(collected.at), COLLECTOR_LABELS[collected.by])}</Notice>
  ) : (
    <Notice action={{ label: TEXT.toPickUp, onTap: () => void navigateTo('staffPickUp') }}>{TEXT.pickUpOrder}</Notice>
  );
}

interface OrderDeliveryProps {
  readonly data: Data;
  readonly page: OrderDeliveryState;
}

/** One UKey: whom it goes to, its number, its parcels. */
export function OrderDelivery({ data, page }: OrderDeliveryProps) {
  const { delivery } = data;
  const { orderNumber, projectName, stage, hold, canSend, parcels, courier, readyAt } = delivery;
  return (
    <View className="delivery">
      <View className="delivery__head">
        <View className="delivery__head-line">
          <Text className="delivery__number">{orderNumber}</Text>
          <StatusTag tone={STAGE_TONES[stage]}>{DELIVERY_STAGE_LABELS[stage]}</StatusTag>
        </View>
        <Text className="delivery__project">{`${apiWord(projectName)} · ${TEXT.readyAt(formatChinaDateTime(readyAt))}`}</Text>
      </View>
      {hold && <Notice kind="danger">{DELIVERY_HOLD_LABELS[hold]}</Notice>}
      {canSend && !hold && (
        <Card title={parcels.length > 0 ? TEXT.sendAgainTitle : TEXT.sendTitle}>
          <NumberForm
            initial={{ courier: courier ?? '', trackingNumber: '' }}
            action={page.send}
            button={TEXT.send}
            pendingLabel={TEXT.sending}
          />
        </Card>
      )}
      <ReceiverCard {...data} />
      {delivery.way === 'pick-up' && <PickUpCard delivery={delivery} />}
      <ParcelView delivery={delivery} page={page} />
      <Card>
        <ListRow
          label={TEXT.order}
          value={orderNumber}
          onTap={() => void navigateTo('staffReview', { orderId: delivery.orderId })}
        />
      </Card>
    </View>
  );
}
