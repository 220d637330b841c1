import type { StaffQueueItem } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { StatusTag } from '../../../components/status-tag';
import { formatChinaDateTime } from '../../../text/china-date';
import { ORDER_STATUS_LABELS } from '../../../text/labels';
import { STAFF_TEXT } from '../text';
import { timeLeft } from '../time-left';
import './queue-row.scss';
import { joinClauses } from '../../../text/punctuation';
import { statusTone } from './queue-statuses';

export interface QueueRowProps {
  readonly item: StaffQueueItem;
  readonly now: number;
  readonly selected: boolean;
  readonly onOpen: () => void;
}

/** One order of the queue: how urgent, which one, whose. */
export function QueueRow({ item, now, selected, onOpen }: QueueRowProps) {
  const left = item.status === 'submitted' ? timeLeft(item.reviewPromisedBy, now) : null;
  const tag = left ?? { words: ORDER_STATUS_LABELS[item.status], tone: statusTone(item.status) };
  const who = item.unitName ?? STAFF_TEXT.person;
  const agent = item.agentNameMasked ?? STAFF_TEXT.noAgent;
  return (
    <View
      className={selected ? 'queue-row queue-row--selected' : 'queue-row'}
      role="button"
      aria-current={selected}
      aria-label={joinClauses(STAFF_TEXT.openOrder(item.orderNumber), tag.words, item.projectName, who, agent)}
      hoverClass="queue-row--pressed"
      onClick={onOpen}
    >
      <View className="queue-row__line">
        <Text className="queue-row__number">{item.orderNumber}</Text>
        <StatusTag tone={tag.tone}>{tag.words}</StatusTag>
      </View>
      <Text className="queue-row__who">{`${who} · ${agent}`}</Text>
      <View className="queue-row__line">
        <Text className="queue-row__project">{item.projectName}</Text>
        {item.submittedAt && <Text className="queue-row__time">{formatChinaDateTime(item.submittedAt)}</Text>}
      </View>
    </View>
  );
}
