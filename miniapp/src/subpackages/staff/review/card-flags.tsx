import type { StaffOrderView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { CARD_PROBLEM_LABELS } from '../../../text/identity-labels';
import { labelled } from '../../../text/punctuation';
import { STAFF_TEXT } from '../text';
import './card-flags.scss';

export interface CardFlagsProps {
  readonly order: Pick<StaffOrderView, 'idCard' | 'idCardReading'>;
  readonly side: 'front' | 'back';
  /** What was read stands beside what is verified already. */
  readonly isCompared?: boolean;
}

function factOf({ front, back }: StaffOrderView['idCardReading'], side: CardFlagsProps['side']): string | null {
  const { cardRead, cardValidUntil, longTerm } = STAFF_TEXT;
  if (side === 'back') {
    const until = back?.validUntil;
    return until ? labelled(cardValidUntil, until === 'long-term' ? longTerm : until) : null;
  }
  const read = [front?.nameMasked, front?.idNumberMasked].filter((text) => typeof text === 'string');
  return read.length > 0 ? labelled(cardRead, read.join(' ')) : null;
}

/** Below a photo of the card: what a machine made out, and what it found odd. */
export function CardFlags({ order, side, isCompared = false }: CardFlagsProps) {
  if (!order.idCard[side]) {
    return null;
  }
  const fact = isCompared ? null : factOf(order.idCardReading, side);
  const problems = order.idCardReading[side]?.problems.map((problem) => CARD_PROBLEM_LABELS[problem]);
  return (
    <View className="card-flags">
      {fact && <Text className="card-flags__fact">{fact}</Text>}
      {(problems ?? [STAFF_TEXT.cardUnread]).map((problem) => (
        <Text key={problem} className="card-flags__problem">
          {problem}
        </Text>
      ))}
    </View>
  );
}
