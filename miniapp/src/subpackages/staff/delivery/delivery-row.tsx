import { Text, View } from '@tarojs/components';
import { StatusTag } from '../../../components/status-tag';
import { FOCUSABLE } from '../../../platform/keyboard';
import { apiWord } from '../../../text/api-texts';
import { PARCEL_STATE_LABELS } from '../../../text/certificate-labels';
import { formatChinaDateTime } from '../../../text/china-date';
import { DELIVERY_WAY_LABELS } from '../../../text/labels';
import { joinClauses } from '../../../text/punctuation';
import { DELIVERY_STAGE_LABELS } from '../labels';
import '../queue/queue-row.scss';
import { PARCEL_TONES } from '../../../features/parcel-tones';
import { STAFF_DELIVERY_TEXT as TEXT } from '../texts-deliveries';
import type { DeliveryItem } from './read-deliveries';
import { STAGE_TONES } from './stage-tones';

interface DeliveryRowProps {
  readonly item: DeliveryItem;
  readonly selected: boolean;
  readonly onOpen: () => void;
}

/** One UKey: which order, where it is, since when. It names nobody. */
export function DeliveryRow({ item, selected, onOpen }: DeliveryRowProps) {
  const { orderNumber, projectName, way, stage, courier, trackingNumber, parcelState, readyAt, sentAt } = item;
  const tag = parcelState
    ? { words: PARCEL_STATE_LABELS[parcelState], tone: PARCEL_TONES[parcelState] }
    : { words: DELIVERY_STAGE_LABELS[stage], tone: STAGE_TONES[stage] };
  const how = trackingNumber ? `${courier ?? ''} ${trackingNumber}` : (courier ?? DELIVERY_WAY_LABELS[way]);
  const when = sentAt ? TEXT.sentAt(formatChinaDateTime(sentAt)) : TEXT.readyAt(formatChinaDateTime(readyAt));
  return (
    <View
      className={selected ? 'queue-row queue-row--selected' : 'queue-row'}
      role="button"
      {...FOCUSABLE}
      aria-current={selected}
      aria-label={joinClauses(TEXT.open(orderNumber), tag.words, how, when)}
      hoverClass="queue-row--pressed"
      onClick={onOpen}
    >
      <View className="queue-row__line">
        <Text className="queue-row__number">{orderNumber}</Text>
        <StatusTag tone={tag.tone}>{tag.words}</StatusTag>
      </View>
      <Text className="queue-row__who">{how}</Text>
      <View className="queue-row__line">
        <Text className="queue-row__project">{apiWord(projectName)}</Text>
        <Text className="queue-row__time">{when}</Text>
      </View>
    </View>
  );
}
