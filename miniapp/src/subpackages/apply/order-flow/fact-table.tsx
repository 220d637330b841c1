import { Text, View } from '@tarojs/components';
import './fact-table.scss';

export type FactRow = readonly [label: string, value: string];

/** Names and values below each other, values as long as they are. */
export const FactTable = ({ rows }: { readonly rows: readonly FactRow[] }) => (
  <>
    {rows.map(([label, value]) => (
      <View key={label} className="fact-table__row">
        <Text className="fact-table__label">{label}</Text>
        <Text className="fact-table__value">{value}</Text>
      </View>
    ))}
  </>
);
