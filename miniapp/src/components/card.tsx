import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './card.scss';
import { FOCUSABLE } from '../platform/keyboard';

export interface CardProps {
  readonly title?: string;
  /** At the end of the title line: a StatusTag, a small link. */
  readonly aside?: ReactNode;
  /** Makes the whole card a button; then give `label`. */
  readonly onTap?: () => void;
  readonly label?: string;
  readonly children?: ReactNode;
}

/** A white surface with a hairline. */
export function Card({ title, aside, onTap, label, children }: CardProps) {
  const asButton = onTap && {
    role: 'button',
    ...FOCUSABLE,
    'aria-label': label ?? title,
    hoverClass: 'card--pressed',
    onClick: onTap,
  };
  return (
    <View className="card" {...asButton}>
      {(title || aside) && (
        <View className="card__head">
          {title && <Text className="card__title">{title}</Text>}
          {aside}
        </View>
      )}
      {children}
    </View>
  );
}
