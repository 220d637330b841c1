import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './link-row.scss';

export interface LinkRowProps {
  /** TextLinks. */
  readonly children: ReactNode;
  /** What the links are, for screen readers, where they lead away from the page. */
  readonly label?: string;
}

/** Links beside each other, so far apart that two do not read as one and a thumb meets one of them. */
export const LinkRow = ({ children, label }: LinkRowProps) => (
  <View className="link-row" role={label ? 'navigation' : undefined} aria-label={label}>
    {children}
  </View>
);
