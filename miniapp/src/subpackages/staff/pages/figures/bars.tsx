import { View } from '@tarojs/components';
import './bars.scss';

export type BarTone = 'plain' | 'good' | 'attention' | 'bad' | 'soft';

export interface BarPart {
  readonly value: number;
  readonly tone: BarTone;
}

interface BarTableProps {
  readonly label: string;
  /** Of the name and of each number; the bar has none, for it repeats the numbers. */
  readonly headings: readonly { readonly words: string; readonly tone?: BarTone }[];
  readonly rows: readonly {
    readonly name: string;
    readonly parts: readonly BarPart[];
    readonly numbers: readonly string[];
  }[];
}

const sum = (parts: readonly BarPart[]): number => parts.reduce((total, { value }) => total + value, 0);

/** A table whose rows also draw themselves: the longest bar is the largest row. */
export function BarTable({ label, headings, rows }: BarTableProps) {
  const [name, ...numbers] = headings;
  const most = Math.max(1, ...rows.map(({ parts }) => sum(parts)));
  return (
    <View className="bars" role="table" aria-label={label}>
      <View className="bars__row bars__row--head" role="row">
        <View className="bars__name" role="columnheader">
          {name?.words}
        </View>
        <View className="bars__bar" />
        {numbers.map(({ words, tone }) => (
          <View key={words} className="bars__number" role="columnheader">
            {tone && <View className={`bars__swatch bars__part--${tone}`} aria-hidden />}
            {words}
          </View>
        ))}
      </View>
      {rows.map((row) => (
        <View key={row.name} className="bars__row" role="row">
          <View className="bars__name" role="rowheader">
            {row.name}
          </View>
          <View className="bars__bar" aria-hidden>
            {row.parts.map(({ value, tone }) => (
              <View
                key={tone}
                className={`bars__part bars__part--${tone}`}
                style={{ width: `${(value / most) * 100}%` }}
              />
            ))}
          </View>
          {row.numbers.map((value, index) => (
            <View key={numbers[index]?.words} className="bars__number" role="cell">
              {value}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

interface ColumnsProps {
  readonly columns: readonly {
    readonly key: string;
    readonly up: number;
    readonly down: number;
    readonly words: string;
  }[];
}

/** A column for each day, what came upwards, what went back downwards; the table below says it in numbers. */
export function Columns({ columns }: ColumnsProps) {
  const [up, down] = [Math.max(0, ...columns.map((each) => each.up)), Math.max(0, ...columns.map((each) => each.down))];
  const whole = Math.max(1, up + down);
  const percent = (value: number): string => `${(value / whole) * 100}%`;
  return (
    <View className="columns" aria-hidden>
      {columns.map((each) => (
        <View key={each.key} className="columns__day" {...{ title: each.words }}>
          <View className="columns__up" style={{ height: percent(up) }}>
            <View className="columns__bar" style={{ height: `${up === 0 ? 0 : (each.up / up) * 100}%` }} />
          </View>
          <View className="columns__down" style={{ height: percent(down) }}>
            <View
              className="columns__bar columns__bar--back"
              style={{ height: `${down === 0 ? 0 : (each.down / down) * 100}%` }}
            />
          </View>
        </View>
      ))}
    </View>
  );
}
