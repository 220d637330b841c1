import type { OrderStatus } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { FOCUSABLE } from '../../../platform/keyboard';
import { ORDER_STATUS_LABELS } from '../../../text/labels';
import { FilterChips } from '../desk/filter-chips';
import { STAFF_TEXT } from '../text';
import { DAILY_STATUSES, OTHER_STATUSES } from './queue-statuses';

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
    <FilterChips
      label={STAFF_TEXT.filterLabel}
      chips={shown.map((each) => ({ value: each, label: ORDER_STATUS_LABELS[each] }))}
      value={status}
      onChoose={onChoose}
    >
      {!OTHER_STATUSES.includes(status) && (
        <View
          className="filter-chips__more"
          role="button"
          {...FOCUSABLE}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <Text>{opened ? STAFF_TEXT.fewerStatuses : STAFF_TEXT.moreStatuses}</Text>
        </View>
      )}
    </FilterChips>
  );
}
