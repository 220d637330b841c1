import { Text, View } from '@tarojs/components';
import './choice-group.scss';
import { FOCUSABLE } from '../platform/keyboard';
import { joinClauses } from '../text/punctuation';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  /** At the end of the line, e.g. a price. */
  readonly aside?: string;
}

export interface ChoiceGroupProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all visible. */
export function ChoiceGroup<Value extends string>({ label, choices, value, onChange }: ChoiceGroupProps<Value>) {
  return (
    <View className="choice-group" role="radiogroup" aria-label={label}>
      {choices.map((choice) => {
        const chosen = choice.value === value;
        return (
          <View
            key={choice.value}
            className={chosen ? 'choice-group__choice choice-group__choice--chosen' : 'choice-group__choice'}
            role="radio"
            {...FOCUSABLE}
            aria-checked={chosen}
            aria-label={joinClauses(...[choice.label, choice.aside, choice.hint].flatMap((part) => part || []))}
            onClick={() => onChange(choice.value)}
          >
            <View className="choice-group__mark" />
            <View className="choice-group__text">
              <Text className="choice-group__label">{choice.label}</Text>
              {choice.hint && <Text className="choice-group__hint">{choice.hint}</Text>}
            </View>
            {choice.aside && <Text className="choice-group__aside">{choice.aside}</Text>}
          </View>
        );
      })}
    </View>
  );
}
