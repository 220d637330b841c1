import type { ReviewField, StaffOrderView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { StatusTag } from '../../../components/status-tag';
import { REVIEW_REASON_LABELS } from '../../../text/labels';
import { STAFF_TEXT } from '../text';
import type { DecisionDraft } from './decision-draft';
import { FactRow } from './fact-row';
import { orderFacts } from './order-facts';
import './typed-facts.scss';

/** The reason a field is marked with, in words; null when it is not marked. */
export function markWords({ marks }: Pick<DecisionDraft, 'marks'>, field: ReviewField | null): string | null {
  const mark = field ? marks[field] : undefined;
  if (!mark) {
    return null;
  }
  return mark.reason ? REVIEW_REASON_LABELS[mark.reason] : STAFF_TEXT.marked;
}

export interface TypedFactsProps {
  readonly order: StaffOrderView;
  readonly draft: DecisionDraft;
}

/** What was typed, to be compared with the photos; what is marked stands out. */
export function TypedFacts({ order, draft }: TypedFactsProps) {
  return (
    <Card title={STAFF_TEXT.typed}>
      {orderFacts(order).map((group) => {
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
