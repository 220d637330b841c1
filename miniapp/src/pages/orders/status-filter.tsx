import { ORDER_STATUSES, type OrderStatus } from '@acceptance/shared';
import { ScrollView, View } from '@tarojs/components';
import { FOCUSABLE } from '../../platform/keyboard';
import { ORDER_STATUS_LABELS } from '../../text/labels';
import { ORDER_TEXT } from '../../text/orders';

interface StatusFilterProps {
  /** Null: all. */
  readonly chosen: OrderStatus | null;
  readonly onChoose: (status: OrderStatus | null) => void;
}

const CHOICES: readonly (OrderStatus | null)[] = [null, ...ORDER_STATUSES];

/** One line of statuses to slide and tap. */
export function StatusFilter({ chosen, onChoose }: StatusFilterProps) {
  return (
    <ScrollView className="orders__filter" scrollX enhanced showScrollbar={false}>
      <View className="orders__filter-line" role="radiogroup" aria-label={ORDER_TEXT.filter}>
        {CHOICES.map((status) => (
          <View
            key={status ?? 'all'}
            className={
              status === chosen ? 'orders__filter-choice orders__filter-choice--chosen' : 'orders__filter-choice'
            }
            role="radio"
            {...FOCUSABLE}
            aria-checked={status === chosen}
            onClick={() => onChoose(status)}
          >
            {status ? ORDER_STATUS_LABELS[status] : ORDER_TEXT.all}
          </View>
        ))}
      </View>
    </ScrollView>
  );
}
