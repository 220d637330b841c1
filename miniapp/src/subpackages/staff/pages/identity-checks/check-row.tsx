import type { StaffIdentityCheckSummary } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { StatusTag } from '../../../../components/status-tag';
import { formatChinaDateTime } from '../../../../text/china-date';
import { joinClauses } from '../../../../text/punctuation';
import '../../queue/queue-row.scss';
import { STAFF_IDENTITY_TEXT as TEXT } from '../../texts-identity-checks';
import { timeLeft } from '../../time-left';

export interface CheckRowProps {
  readonly item: StaffIdentityCheckSummary;
  readonly now: number;
  readonly selected: boolean;
  readonly onOpen: () => void;
}

/** Somebody who waits: how urgent, who, why. */
export function CheckRow({ item, now, selected, onOpen }: CheckRowProps) {
  const left = timeLeft(item.promisedBy, now);
  const why = TEXT.reason[item.reason];
  return (
    <View
      className={selected ? 'queue-row queue-row--selected' : 'queue-row'}
      role="button"
      aria-current={selected}
      aria-label={joinClauses(TEXT.openCheck(item.nameMasked), ...(left ? [left.words] : []), why)}
      hoverClass="queue-row--pressed"
      onClick={onOpen}
    >
      <View className="queue-row__line">
        <Text className="queue-row__number">{item.nameMasked}</Text>
        {left && <StatusTag tone={left.tone}>{left.words}</StatusTag>}
      </View>
      <Text className="queue-row__who">{why}</Text>
      <Text className="queue-row__time">{formatChinaDateTime(item.requestedAt)}</Text>
    </View>
  );
}
