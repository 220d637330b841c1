import type { StaffQueueItem } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { StatusTag } from '../../../components/status-tag';
import { formatChinaDateTime } from '../../../text/china-date';
import { ORDER_STATUS_LABELS } from '../../../text/labels';
import { STAFF_TEXT } from '../text';
import { TIME_LEFT_TEXT } from '../texts-review';
import { RISK_TEXT } from '../texts-risk';
import { reviewTimeLeft } from '../time-left';
import './queue-row.scss';
import { joinClauses } from '../../../text/punctuation';
import { statusTone } from './queue-statuses';

export interface QueueRowProps {
  readonly item: StaffQueueItem;
  readonly selected: boolean;
  readonly onOpen: () => void;
}

/** Who has it open. */
const takenBy = ({ claim }: StaffQueueItem): string | null =>
  claim && (claim.isOwn ? TIME_LEFT_TEXT.takenByYou : TIME_LEFT_TEXT.takenBy(claim.byName));

/** One order of the queue: how urgent, which one, whose, and who is on it. */
export function QueueRow({ item, selected, onOpen }: QueueRowProps) {
  const remarks = [takenBy(item), item.riskFlagCount > 0 ? RISK_TEXT.inQueue(item.riskFlagCount) : null].filter(
    (remark) => remark !== null,
  );
  const tag = reviewTimeLeft(item) ?? { words: ORDER_STATUS_LABELS[item.status], tone: statusTone(item.status) };
  const who = item.unitName ?? STAFF_TEXT.person;
  const agent = item.agentNameMasked ?? STAFF_TEXT.noAgent;
  return (
    <View
      className={selected ? 'queue-row queue-row--selected' : 'queue-row'}
      role="button"
      aria-current={selected}
      aria-label={joinClauses(
        STAFF_TEXT.openOrder(item.orderNumber),
        tag.words,
        item.projectName,
        who,
        agent,
        ...remarks,
      )}
      hoverClass="queue-row--pressed"
      onClick={onOpen}
    >
      <View className="queue-row__line">
        <Text className="queue-row__number">{item.orderNumber}</Text>
        <StatusTag tone={tag.tone}>{tag.words}</StatusTag>
      </View>
      <Text className="queue-row__who">{`${who} · ${agent}`}</Text>
      {remarks.length > 0 && <Text className="queue-row__remarks">{remarks.join(' · ')}</Text>}
      <View className="queue-row__line">
        <Text className="queue-row__project">{item.projectName}</Text>
        {item.submittedAt && <Text className="queue-row__time">{formatChinaDateTime(item.submittedAt)}</Text>}
      </View>
    </View>
  );
}
