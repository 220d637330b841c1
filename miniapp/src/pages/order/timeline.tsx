import type { OrderView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../components/card';
import { apiWord } from '../../text/api-texts';
import { formatChinaDateTime } from '../../text/china-date';
import { ORDER_TEXT } from '../../text/orders';

/** What happened, the latest first. */
export function Timeline({ entries }: { readonly entries: OrderView['timeline'] }) {
  const latestFirst = [...entries].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Card title={ORDER_TEXT.timeline}>
      {latestFirst.map(({ at, event, label, by }, index) => (
        <View key={`${at}-${event}`} className={index === 0 ? 'order__event order__event--latest' : 'order__event'}>
          <Text className="order__event-label">{apiWord(label)}</Text>
          <Text className="order__event-time">{`${formatChinaDateTime(at)} · ${apiWord(by)}`}</Text>
        </View>
      ))}
    </Card>
  );
}
