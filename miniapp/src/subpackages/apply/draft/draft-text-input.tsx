import { type ApplicationFormDraft, type DraftField, type DraftTextField, readField } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { FormField } from '../../../components/form-field';
import { TextInput } from '../../../components/text-input';
import { FIELD_TEXT, FORM_TEXT } from '../texts-form';
import { fieldElementId } from './draft-problems';
import { FIELD_INPUT } from './field-input';
import { overflowsLine } from './overflows-line';

export interface DraftTextInputProps {
  readonly field: DraftTextField;
  readonly draft: ApplicationFormDraft;
  readonly optional?: boolean;
  /** Where a field's value comes from, if it was filled in. */
  readonly noteOf?: (field: DraftField) => string | null;
  readonly errorOf: (field: DraftField) => string | null;
  readonly onChange: (field: DraftField, value: string) => void;
  readonly onLeave: (field: DraftField) => void;
}

/** One typed field of the draft, checked on leaving it. */
export function DraftTextInput({ field, draft, optional, noteOf, errorOf, onChange, onLeave }: DraftTextInputProps) {
  const { label, hint, placeholder } = FIELD_TEXT[field];
  const { keyboard, maxLength } = FIELD_INPUT[field];
  const error = errorOf(field);
  const value = readField(draft, field);
  // The whole of a long text is for reading it over: drawn anew with each key it would hold up typing.
  const [isTyping, setTyping] = useState(false);
  return (
    <View id={fieldElementId(field)}>
      <FormField
        label={label}
        hint={!isTyping && overflowsLine(value) ? FORM_TEXT.wholeText(value) : (noteOf?.(field) ?? hint)}
        error={error}
        optional={optional}
      >
        <TextInput
          label={label}
          value={value}
          placeholder={placeholder}
          kind={keyboard}
          maxLength={maxLength}
          wrong={error !== null}
          onChange={(value) => {
            setTyping(true);
            onChange(field, value);
          }}
          onLeave={() => {
            setTyping(false);
            onLeave(field);
          }}
        />
      </FormField>
    </View>
  );
}
