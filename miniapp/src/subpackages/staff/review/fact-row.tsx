import { Text, View } from '@tarojs/components';
import './fact-row.scss';

export interface FactRowProps {
  readonly label: string;
  readonly value: string;
}

/** A name and what was said to it, in one dense line that can be copied. */
export const FactRow = ({ label, value }: FactRowProps) => (
  <View className="fact-row">
    <Text className="fact-row__label">{label}</Text>
    <Text className="fact-row__value" selectable>
      {value}
    </Text>
  </View>
);
