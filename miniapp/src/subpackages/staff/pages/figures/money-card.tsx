import { formatFen, type MoneyOfDay } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { FIGURES_TEXT as TEXT } from '../../texts-figures';
import { Columns } from './bars';

const total = (money: readonly MoneyOfDay[], field: 'receivedFen' | 'refundedFen'): number =>
  money.reduce((sum, day) => sum + day[field], 0);

const Heading = ({ children }: { readonly children: string }) => (
  <View className="figures__cell" role="columnheader">
    {children}
  </View>
);
const Cell = ({ children }: { readonly children: string }) => (
  <View className="figures__cell" role="cell">
    {children}
  </View>
);

/** Money by day: columns to see, a table to read. */
export function MoneyCard({ money }: { readonly money: readonly MoneyOfDay[] }) {
  const days = money.filter(({ received, refunded }) => received + refunded > 0);
  const sum = TEXT.sum(formatFen(total(money, 'receivedFen')), formatFen(total(money, 'refundedFen')));
  return (
    <View className="figures__wide">
      <Card title={TEXT.money}>
        <Text className="figures__none">{`${TEXT.moneyLead} · ${sum}`}</Text>
        <Columns
          columns={money.map(({ day, receivedFen, refundedFen }) => ({
            key: day,
            up: receivedFen,
            down: refundedFen,
            words: TEXT.dayWords(day, formatFen(receivedFen), formatFen(refundedFen)),
          }))}
        />
        <View className="figures__axis" aria-hidden>
          <Text>{money[0]?.day}</Text>
          <Text>{money.at(-1)?.day}</Text>
        </View>
        <View className="figures__table" role="table" aria-label={TEXT.money}>
          <View className="figures__line figures__line--head" role="row">
            <Heading>{TEXT.day}</Heading>
            <Heading>{TEXT.received}</Heading>
            <Heading>{TEXT.amount}</Heading>
            <Heading>{TEXT.refunded}</Heading>
            <Heading>{TEXT.amount}</Heading>
          </View>
          {[...days].reverse().map(({ day, received, receivedFen, refunded, refundedFen }) => (
            <View key={day} className="figures__line" role="row">
              <View className="figures__cell" role="rowheader">
                {day}
              </View>
              <Cell>{String(received)}</Cell>
              <Cell>{formatFen(receivedFen)}</Cell>
              <Cell>{String(refunded)}</Cell>
              <Cell>{formatFen(refundedFen)}</Cell>
            </View>
          ))}
        </View>
      </Card>
    </View>
  );
}
