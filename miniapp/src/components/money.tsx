import { formatFen } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import './money.scss';

export interface MoneyProps {
  /** Whole fen. */
  readonly fen: number;
  readonly size?: 'text' | 'large';
}

/** ¥260.00 */
export function Money({ fen, size = 'text' }: MoneyProps) {
  return <Text className={`money money--${size}`}>{formatFen(fen)}</Text>;
}
