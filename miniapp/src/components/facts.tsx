import { Text, View } from '@tarojs/components';
import './facts.scss';

interface FactsProps {
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

/** What was typed, line by line beside what it is called. */
export const Facts = ({ rows }: FactsProps) => (
  <>
    {rows.map(({ label, value }) => (
      <View key={label} className="facts__row">
        <Text className="facts__label">{label}</Text>
        <Text className="facts__value">{value}</Text>
      </View>
    ))}
  </>
);
