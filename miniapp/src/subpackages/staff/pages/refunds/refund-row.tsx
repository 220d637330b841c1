import { formatFen, type RefundSummary } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { StatusTag } from '../../../../components/status-tag';
import { ORDER_TONES } from '../../../../features/order-tone';
import { REFUND_TONES } from '../../../../features/refund-tones';
import { FOCUSABLE } from '../../../../platform/keyboard';
import { formatChinaDateTime } from '../../../../text/china-date';
import { ORDER_STATUS_LABELS, REFUND_REASON_LABELS, REFUND_REQUEST_STATE_LABELS } from '../../../../text/labels';
import { joinClauses } from '../../../../text/punctuation';
import '../../queue/queue-row.scss';
import { askerWords } from '../../refund-words';
import { STAFF_REFUND_TEXT as TEXT } from '../../texts-refunds';

interface RefundRowProps {
  readonly item: RefundSummary;
  readonly onOpen: () => void;
}

function tagOf({ isStuck, status, request }: RefundSummary) {
  if (isStuck) {
    return { tone: 'bad', words: TEXT.stuck } as const;
  }
  return request?.state === 'waiting'
    ? { tone: REFUND_TONES.waiting, words: REFUND_REQUEST_STATE_LABELS.waiting }
    : { tone: ORDER_TONES[status], words: ORDER_STATUS_LABELS[status] };
}

/** One order: how much, who asked, why, since when. */
export function RefundRow({ item, onOpen }: RefundRowProps) {
  const { request } = item;
  const tag = tagOf(item);
  const amount = formatFen(item.amountFen);
  const who = request ? `${askerWords(request)} · ${REFUND_REASON_LABELS[request.reason]}` : TEXT.noRequest;
  return (
    <View
      className="queue-row"
      role="button"
      {...FOCUSABLE}
      aria-label={joinClauses(TEXT.open(item.orderNumber), tag.words, amount, who)}
      hoverClass="queue-row--pressed"
      onClick={onOpen}
    >
      <View className="queue-row__line">
        <Text className="queue-row__number">{item.orderNumber}</Text>
        <StatusTag tone={tag.tone}>{tag.words}</StatusTag>
      </View>
      <Text className="queue-row__who">{`${amount} · ${item.unitName ?? item.projectName}`}</Text>
      <View className="queue-row__line">
        <Text className="queue-row__project">{who}</Text>
        {request && <Text className="queue-row__time">{formatChinaDateTime(request.askedAt)}</Text>}
      </View>
    </View>
  );
}
