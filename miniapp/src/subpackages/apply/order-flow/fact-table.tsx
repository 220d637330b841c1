import type { NamePicture } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { NamePictureView } from '../../../components/name-picture';
import './fact-table.scss';

export type FactRow = readonly [label: string, value: string];

export interface FactTableProps {
  readonly rows: readonly FactRow[];
  /** Stands for the name wherever it is the whole value, as in the contract; null: the name itself does. */
  readonly named?: { readonly name: string; readonly picture: NamePicture } | null;
}

/** Names and values below each other, values as long as they are. */
export const FactTable = ({ rows, named }: FactTableProps) => (
  <>
    {rows.map(([label, value]) => (
      <View key={label} className="fact-table__row">
        <Text className="fact-table__label">{label}</Text>
        {named?.name === value ? (
          <View className="fact-table__value">
            <NamePictureView {...named} />
          </View>
        ) : (
          <Text className="fact-table__value">{value}</Text>
        )}
      </View>
    ))}
  </>
);
