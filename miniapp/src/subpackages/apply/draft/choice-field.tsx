import type { DraftField } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { type Choice, ChoiceGroup } from '../../../components/choice-group';
import { fieldElementId } from './draft-problems';
import './draft-field.scss';

export interface ChoiceFieldProps<Value extends string> {
  readonly field: DraftField;
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (field: DraftField, value: string) => void;
}

/** One of a few, with the error below. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { field, label, choices, value, error, onChange } = props;
  const chosen = choices.find((choice) => choice.value === value)?.value ?? null;
  return (
    <View id={fieldElementId(field)} className="draft-field__choice">
      <ChoiceGroup label={label} choices={choices} value={chosen} onChange={(choice) => onChange(field, choice)} />
      {error && (
        <View className="draft-field__error" role="alert">
          {error}
        </View>
      )}
    </View>
  );
}
