import { Text } from '@tarojs/components';
import './status-tag.scss';

export type StatusTone = 'neutral' | 'active' | 'good' | 'attention' | 'bad';

export interface StatusTagProps {
  readonly children: string;
  readonly tone?: StatusTone;
}

/** A status in a word; the word carries the meaning, the colour only helps. */
export function StatusTag({ children, tone = 'neutral' }: StatusTagProps) {
  return <Text className={`status-tag status-tag--${tone}`}>{children}</Text>;
}
