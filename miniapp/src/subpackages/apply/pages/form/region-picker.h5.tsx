import { View } from '@tarojs/components';
import { FormField } from '../../../../components/form-field';
import { fieldElementId } from '../../draft/draft-problems';
import { FIELD_TEXT, REGION_TEXT } from '../../texts-form';
import { choicesOf, chooseName } from './region-choice';
import { REGION_FIELDS } from './region-field-props';
import type { RegionPickerProps } from './region-picker-props';

/** Three lists of the browser, one after the other: keyboard, screen reader and phone have their own ways for those. */
export function RegionPicker({ regions, names, errorOf, onChoose }: RegionPickerProps) {
  const choices = choicesOf(regions, names);
  return (
    <>
      {REGION_FIELDS.map((field, level) => {
        const error = errorOf(field);
        const { label } = FIELD_TEXT[field];
        const offered = choices[level] ?? [];
        return (
          <View key={field} id={fieldElementId(field)}>
            <FormField label={label} error={error}>
              <select
                aria-label={label}
                className={error ? 'form-page__pick form-page__pick--wrong' : 'form-page__pick'}
                value={names[level]}
                disabled={offered.length === 0}
                onChange={({ target }) => onChoose(chooseName(regions, names, level, target.value))}
              >
                <option value="" disabled>
                  {REGION_TEXT.chooseOne}
                </option>
                {offered.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            </FormField>
          </View>
        );
      })}
    </>
  );
}
