import { type ParcelView, phoneOfCourier } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { StatusTag } from '../../../../components/status-tag';
import { TextLink } from '../../../../components/text-link';
import { say } from '../../../../features/ask';
import { PARCEL_TONES } from '../../../../features/parcel-tones';
import { copyText, saysCopied } from '../../../../platform/copy-text';
import { dial } from '../../../../platform/dial';
import { PARCEL_STATE_LABELS } from '../../../../text/certificate-labels';
import { formatChinaDateTime } from '../../../../text/china-date';
import { joinClauses } from '../../../../text/punctuation';
import { DELIVERY_TEXT as TEXT } from '../../texts-delivery';
import './parcel-card.scss';

/** Steps that are seen at first: where it is now, and where it was. */
const FIRST_STEPS = 4;

async function copyNumber(trackingNumber: string): Promise<void> {
  if (!(await copyText(trackingNumber))) {
    say(TEXT.copyRefused);
  } else if (!saysCopied) {
    say(TEXT.copied);
  }
}

function Steps({ steps }: Pick<ParcelView, 'steps'>) {
  const [isOpen, setOpen] = useState(false);
  if (steps.length === 0) {
    return <Text className="parcel-card__none">{TEXT.noSteps}</Text>;
  }
  const shown = isOpen ? steps : steps.slice(0, FIRST_STEPS);
  return (
    <View className="parcel-card__steps">
      {shown.map(({ at, text }, index) => (
        <View
          key={`${at}-${text}`}
          className={index === 0 ? 'parcel-card__step parcel-card__step--latest' : 'parcel-card__step'}
        >
          <Text className="parcel-card__text">{text}</Text>
          <Text className="parcel-card__time">{formatChinaDateTime(at)}</Text>
        </View>
      ))}
      {steps.length > FIRST_STEPS && (
        <TextLink onTap={() => setOpen(!isOpen)}>{isOpen ? TEXT.fewerSteps : TEXT.allSteps(steps.length)}</TextLink>
      )}
    </View>
  );
}

/** The newest parcel: who carries it, its number, where it is. */
export function ParcelCard({ parcel }: { readonly parcel: ParcelView }) {
  const { courier, trackingNumber, state, steps } = parcel;
  const phone = phoneOfCourier(courier);
  return (
    <Card title={courier} aside={<StatusTag tone={PARCEL_TONES[state]}>{PARCEL_STATE_LABELS[state]}</StatusTag>}>
      <ListRow
        label={TEXT.number}
        hint={TEXT.copy}
        value={trackingNumber}
        onTap={() => void copyNumber(trackingNumber)}
      />
      {phone && <ListRow label={TEXT.callCourier} value={phone} onTap={() => dial(phone)} />}
      <Steps steps={steps} />
    </Card>
  );
}

/** Parcels that came back or were lost before the newest. */
export const EarlierParcels = ({ parcels }: { readonly parcels: readonly ParcelView[] }) => (
  <Card title={TEXT.earlier}>
    {parcels.map(({ courier, trackingNumber, state, sentAt }) => (
      <ListRow
        key={trackingNumber}
        label={courier}
        hint={joinClauses(trackingNumber, TEXT.sentAt(formatChinaDateTime(sentAt)))}
        value={<StatusTag tone={PARCEL_TONES[state]}>{PARCEL_STATE_LABELS[state]}</StatusTag>}
      />
    ))}
  </Card>
);
