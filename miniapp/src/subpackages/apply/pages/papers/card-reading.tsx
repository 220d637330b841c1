import type { IdCardReadingView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { cardWords } from './card-words';
import type { CardSide } from './papers-state';
import './card-reading.scss';

export interface CardReadingProps {
  readonly side: CardSide;
  readonly reading: IdCardReadingView;
}

/** Below a photo: what was read of it, what is odd about it, and what to do. */
export function CardReading({ side, reading }: CardReadingProps) {
  const words = cardWords(reading, side);
  if (!words) {
    return null;
  }
  return (
    <View className="card-reading" role="status">
      {words.facts.map((fact) => (
        <Text key={fact} className="card-reading__fact" selectable>
          {fact}
        </Text>
      ))}
      {words.problems.map((problem) => (
        <Text key={problem} className="card-reading__problem">
          {problem}
        </Text>
      ))}
      {words.advice && <Text className="card-reading__advice">{words.advice}</Text>}
    </View>
  );
}
