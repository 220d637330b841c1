import type { StaffDelivery } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { ListRow } from '../../../components/list-row';
import { PrimaryButton } from '../../../components/primary-button';
import { StatusTag } from '../../../components/status-tag';
import { PARCEL_STATE_LABELS } from '../../../text/certificate-labels';
import { formatChinaDate, formatChinaDateTime } from '../../../text/china-date';
import { joinClauses } from '../../../text/punctuation';
import { STAFF_DELIVERY_TEXT as TEXT } from '../texts-deliveries';
import './delivery.scss';
import { PARCEL_TONES } from '../../../features/parcel-tones';
import { NumberForm } from './number-form';
import { SettleForm } from './settle-form';
import type { OrderDeliveryState } from './use-order-delivery';

type StaffParcel = StaffDelivery['parcels'][number];

const Steps = ({ steps }: Pick<StaffParcel, 'steps'>) => (
  <Card title={TEXT.steps}>
    {steps.map(({ at, text }) => (
      <View key={`${at}-${text}`} className="delivery__step">
        <Text className="delivery__time">{formatChinaDateTime(at)}</Text>
        <Text className="delivery__text">{text}</Text>
      </View>
    ))}
  </Card>
);

const Earlier = ({ parcels }: { readonly parcels: readonly StaffParcel[] }) => (
  <Card title={TEXT.earlier}>
    {parcels.map(({ courier, trackingNumber, state, sentAt, note }) => (
      <ListRow
        key={trackingNumber}
        label={`${courier} ${trackingNumber}`}
        hint={joinClauses(...[TEXT.sentAt(formatChinaDateTime(sentAt)), note].flatMap((part) => part || []))}
        value={<StatusTag tone={PARCEL_TONES[state]}>{PARCEL_STATE_LABELS[state]}</StatusTag>}
      />
    ))}
  </Card>
);

interface ParcelViewProps {
  readonly delivery: StaffDelivery;
  readonly page: OrderDeliveryState;
}

/** The parcels of an order: the newest in full with what can be done, and what was sent before. */
export function ParcelView({ delivery, page }: ParcelViewProps) {
  const [parcel, ...earlier] = delivery.parcels;
  if (!parcel) {
    return null;
  }
  const { courier, trackingNumber, state, sentAt, heardAt, note, steps } = parcel;
  return (
    <>
      <Card
        title={`${courier} ${trackingNumber}`}
        aside={<StatusTag tone={PARCEL_TONES[state]}>{PARCEL_STATE_LABELS[state]}</StatusTag>}
      >
        <Text className="delivery__note">
          {joinClauses(
            TEXT.sentAt(formatChinaDateTime(sentAt)),
            heardAt ? `${TEXT.heardAt} ${formatChinaDateTime(heardAt)}` : TEXT.unheard,
          )}
        </Text>
        {note && <ListRow label={TEXT.note} value={note} />}
        {delivery.completesAt && <ListRow label={TEXT.completesAt} value={formatChinaDate(delivery.completesAt)} />}
        {page.form === null && (
          <View className="delivery-form__deeds">
            {delivery.canCorrect && (
              <PrimaryButton small kind="secondary" onTap={() => page.open('correct')}>
                {TEXT.correct}
              </PrimaryButton>
            )}
            {delivery.outcomes.length > 0 && (
              <PrimaryButton small kind="plain" onTap={() => page.open('settle')}>
                {TEXT.settle}
              </PrimaryButton>
            )}
          </View>
        )}
      </Card>
      {page.form === 'correct' && (
        <Card title={TEXT.correctTitle}>
          <Text className="delivery__note">{TEXT.correctLead}</Text>
          <NumberForm
            initial={{ courier, trackingNumber }}
            action={page.correct}
            button={TEXT.correct}
            pendingLabel={TEXT.correcting}
            onCancel={() => page.open(null)}
          />
        </Card>
      )}
      {page.form === 'settle' && <SettleForm outcomes={delivery.outcomes} page={page} />}
      {steps.length > 0 && <Steps steps={steps} />}
      {earlier.length > 0 && <Earlier parcels={earlier} />}
    </>
  );
}
