import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { FOCUSABLE } from '../../../platform/keyboard';
import './filter-chips.scss';

export interface FilterChip<Value> {
  readonly value: Value;
  readonly label: string;
}

export interface FilterChipsProps<Value> {
  /** For screen readers: what is filtered by. */
  readonly label: string;
  readonly chips: readonly FilterChip<Value>[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
  /** After the chips: a way to further ones. */
  readonly children?: ReactNode;
}

/** One of several filters, all visible. */
export function FilterChips<Value extends string | null>(props: FilterChipsProps<Value>) {
  const { label, chips, value, onChoose, children } = props;
  return (
    <View className="filter-chips" role="radiogroup" aria-label={label}>
      {chips.map((chip) => {
        const chosen = chip.value === value;
        return (
          <View
            key={chip.value ?? ''}
            className={chosen ? 'filter-chips__chip filter-chips__chip--chosen' : 'filter-chips__chip'}
            role="radio"
            {...FOCUSABLE}
            aria-checked={chosen}
            aria-label={chip.label}
            onClick={() => onChoose(chip.value)}
          >
            <Text>{chip.label}</Text>
          </View>
        );
      })}
      {children}
    </View>
  );
}
