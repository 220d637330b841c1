import type { StaffOrderPerson, StaffOrderView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { StatusTag } from '../../../components/status-tag';
import { STAFF_TEXT } from '../text';
import { type DecisionDraft, markWords } from './decision-draft';
import { FactRow } from './fact-row';
import { orderFacts } from './order-facts';
import './typed-facts.scss';

export interface TypedFactsProps {
  readonly order: StaffOrderView;
  readonly draft: DecisionDraft;
  readonly person: StaffOrderPerson | null;
}

/** What was typed, to be compared with the photos; what is marked stands out. */
export function TypedFacts({ order, draft, person }: TypedFactsProps) {
  return (
    <Card title={STAFF_TEXT.typed}>
      {orderFacts(order, person).map((group) => {
        const mark = markWords(draft, group.field);
        return (
          <View key={group.field ?? 'person'} className={mark ? 'typed-facts typed-facts--marked' : 'typed-facts'}>
            <View className="typed-facts__head">
              <Text>{group.title}</Text>
              {mark && <StatusTag tone="bad">{mark}</StatusTag>}
            </View>
            {group.rows.map((row) => (
              <FactRow key={row.label} {...row} />
            ))}
          </View>
        );
      })}
    </Card>
  );
}
