import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ConsentTick } from '../../../../components/consent-tick';
import type { Follow } from './use-follow';
import '../../certificate.scss';

interface TicksCardProps {
  readonly page: Follow;
  readonly title: string;
  readonly lead: string;
  readonly sentences: readonly { readonly id: string; readonly words: string }[];
}

/** Sentences that are ticked one by one. */
export const TicksCard = ({ page, title, lead, sentences }: TicksCardProps) => (
  <Card title={title}>
    <Text className="certificate__note">{lead}</Text>
    {sentences.map(({ id, words }) => (
      <View key={id} className="certificate__tick">
        <ConsentTick label={words} ticked={page.ticked.includes(id)} onChange={(ticked) => page.tick(id, ticked)}>
          <Text>{words}</Text>
        </ConsentTick>
      </View>
    ))}
  </Card>
);
