import type { OrderStatus } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { ORDER_STATUS_LABELS } from '../../../text/labels';
import { STAFF_TEXT } from '../text';
import { DAILY_STATUSES, OTHER_STATUSES } from './queue-statuses';
import './status-filter.scss';

export interface StatusFilterProps {
  readonly status: OrderStatus;
  readonly onChoose: (status: OrderStatus) => void;
}

/** The statuses of every day, the others on demand. */
export function StatusFilter({ status, onChoose }: StatusFilterProps) {
  const [opened, setOpened] = useState(false);
  const all = opened || OTHER_STATUSES.includes(status);
  const shown = all ? [...DAILY_STATUSES, ...OTHER_STATUSES] : DAILY_STATUSES;
  return (
    <View className="status-filter" role="radiogroup" aria-label={STAFF_TEXT.filterLabel}>
      {shown.map((each) => (
        <View
          key={each}
          className={each === status ? 'status-filter__chip status-filter__chip--chosen' : 'status-filter__chip'}
          role="radio"
          aria-checked={each === status}
          aria-label={ORDER_STATUS_LABELS[each]}
          onClick={() => onChoose(each)}
        >
          <Text>{ORDER_STATUS_LABELS[each]}</Text>
        </View>
      ))}
      {!OTHER_STATUSES.includes(status) && (
        <View className="status-filter__more" role="button" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          <Text>{opened ? STAFF_TEXT.fewerStatuses : STAFF_TEXT.moreStatuses}</Text>
        </View>
      )}
    </View>
  );
}
