import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { joinClauses } from '../text/punctuation';
import { Icon } from './icon';
import './list-row.scss';
import { FOCUSABLE } from '../platform/keyboard';

export interface ListRowProps {
  readonly label: string;
  readonly value?: ReactNode;
  readonly hint?: string;
  /** A row that opens something ends with an arrow. */
  readonly onTap?: () => void;
}

/** A line of a list: name at the start, value at the end. */
export function ListRow({ label, value, hint, onTap }: ListRowProps) {
  // A value that is drawn (a tag, a switch) speaks for itself.
  const spoken = joinClauses(
    ...[label, typeof value === 'string' ? value : null, hint].filter((part): part is string => Boolean(part)),
  );
  const asButton = onTap && {
    role: 'button',
    ...FOCUSABLE,
    'aria-label': spoken,
    hoverClass: 'list-row--pressed',
    onClick: onTap,
  };
  // A tag or a switch keeps its width and the name gives way (it has the whole line where there is no value at all);
  // a long text wraps and the name stays whole.
  const keepsWidth = typeof value !== 'string';
  return (
    <View className={keepsWidth ? 'list-row list-row--fixed' : 'list-row'} {...asButton}>
      <View className="list-row__text">
        <Text className="list-row__label">{label}</Text>
        {hint && <Text className="list-row__hint">{hint}</Text>}
      </View>
      {value && <View className="list-row__value">{value}</View>}
      {onTap && (
        <View className="list-row__arrow">
          <Icon name="forward" size={32} tone="secondary" />
        </View>
      )}
    </View>
  );
}
