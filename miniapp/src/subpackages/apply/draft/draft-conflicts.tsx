import { Text, View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { ChoiceGroup } from '../../../components/choice-group';
import { CONFLICT_TEXT } from '../texts-form';
import { partName, partValue } from './conflict-words';
import './draft-field.scss';
import type { FormDraft } from './use-form-draft';

/** What was changed here and on another device: both side by side, and the person chooses. */
export function DraftConflicts({ conflicts, decide }: Pick<FormDraft, 'conflicts' | 'decide'>) {
  if (conflicts.length === 0) {
    return null;
  }
  return (
    <Card title={CONFLICT_TEXT.title}>
      <View role="alert">{CONFLICT_TEXT.lead}</View>
      {conflicts.map((conflict) => {
        const { part, mine, theirs } = conflict;
        const name = partName(part);
        return (
          <View key={part[0]}>
            <Text className="draft-field__part">{name}</Text>
            <ChoiceGroup
              label={CONFLICT_TEXT.of(name)}
              choices={[
                { value: 'mine', label: CONFLICT_TEXT.mine, hint: partValue(mine, part) },
                { value: 'theirs', label: CONFLICT_TEXT.theirs, hint: partValue(theirs, part) },
              ]}
              value={null}
              onChange={(keep) => decide(conflict, keep)}
            />
          </View>
        );
      })}
    </Card>
  );
}
