import { ORDER_STATUS_LABELS, ORDER_STATUSES, type OrderStatus } from '@acceptance/shared';
import { ScrollView, View } from '@tarojs/components';
import { FOCUSABLE } from '../../platform/keyboard';
import { ORDER_TEXT } from '../../text/orders';

interface StatusFilterProps {
  /** Null: all. */
  readonly chosen: OrderStatus | null;
  readonly onChoose: (status: OrderStatus | null) => void;
}

const CHOICES: readonly { readonly status: OrderStatus | null; readonly label: string }[] = [
  { status: null, label: ORDER_TEXT.all },
  ...ORDER_STATUSES.map((status) => ({ status, label: ORDER_STATUS_LABELS[status] })),
];

/** One line of statuses to slide and tap. */
export function StatusFilter({ chosen, onChoose }: StatusFilterProps) {
  return (
    <ScrollView className="orders__filter" scrollX enhanced showScrollbar={false}>
      <View className="orders__filter-line" role="radiogroup" aria-label={ORDER_TEXT.filter}>
        {CHOICES.map(({ status, label }) => (
          <View
            key={label}
            className={
              status === chosen ? 'orders__filter-choice orders__filter-choice--chosen' : 'orders__filter-choice'
            }
            role="radio"
            {...FOCUSABLE}
            aria-checked={status === chosen}
            onClick={() => onChoose(status)}
          >
            {label}
          </View>
        ))}
      </View>
    </ScrollView>
  );
}
