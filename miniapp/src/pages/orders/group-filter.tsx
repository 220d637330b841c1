import { ORDER_GROUPS, type OrderGroup } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { FOCUSABLE } from '../../platform/keyboard';
import { ORDER_GROUP_LABELS } from '../../text/labels';
import { ORDER_TEXT } from '../../text/orders';

interface GroupFilterProps {
  /** Null: all. */
  readonly chosen: OrderGroup | null;
  readonly onChoose: (group: OrderGroup | null) => void;
}

const CHOICES: readonly (OrderGroup | null)[] = [null, ...ORDER_GROUPS];

/** One line of groups to tap. */
export function GroupFilter({ chosen, onChoose }: GroupFilterProps) {
  return (
    <View className="orders__filter">
      <View className="orders__filter-line" role="radiogroup" aria-label={ORDER_TEXT.filter}>
        {CHOICES.map((group) => (
          <View
            key={group ?? 'all'}
            className={
              group === chosen ? 'orders__filter-choice orders__filter-choice--chosen' : 'orders__filter-choice'
            }
            role="radio"
            {...FOCUSABLE}
            aria-checked={group === chosen}
            onClick={() => onChoose(group)}
          >
            {group ? ORDER_GROUP_LABELS[group] : ORDER_TEXT.all}
          </View>
        ))}
      </View>
    </View>
  );
}
