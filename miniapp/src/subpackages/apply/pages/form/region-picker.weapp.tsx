import { Picker, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { FormField } from '../../../../components/form-field';
import { Icon } from '../../../../components/icon';
import { joinClauses } from '../../../../text/punctuation';
import { fieldElementId } from '../../draft/draft-problems';
import { REGION_TEXT } from '../../texts-form';
import { choicesOf, columnsOf, turnedTo } from './region-choice';
import { REGION_FIELDS } from './region-field-props';
import type { RegionPickerProps } from './region-picker-props';

/** WeChat's sheet with three columns; the later ones follow what the earlier ones are turned to. */
export function RegionPicker({ regions, names, errorOf, onChoose }: RegionPickerProps) {
  const [turned, setTurned] = useState<readonly number[] | null>(null);
  const columns = turned ?? columnsOf(regions, names);
  const range = choicesOf(regions, turnedTo(regions, columns)).map((choices) => [...choices]);
  const isChosen = names.every((part) => part !== '');
  const error = REGION_FIELDS.map(errorOf).find((message) => message !== null) ?? null;
  const shown = isChosen ? names.join(' ') : REGION_TEXT.choose;
  return (
    <View id={fieldElementId('delivery.province')}>
      <FormField label={REGION_TEXT.label} error={error}>
        <Picker
          mode="multiSelector"
          range={range}
          value={[...columns]}
          onColumnChange={({ detail: { column, value } }) =>
            setTurned(columns.map((at, level) => (level === column ? value : level > column ? 0 : at)))
          }
          onCancel={() => setTurned(null)}
          onChange={({ detail }) => {
            setTurned(null);
            onChoose(turnedTo(regions, detail.value));
          }}
        >
          <View
            className={error ? 'form-page__pick form-page__pick--wrong' : 'form-page__pick'}
            role="button"
            aria-label={joinClauses(REGION_TEXT.label, shown)}
          >
            <Text className={isChosen ? 'form-page__picked' : 'form-page__unpicked'}>{shown}</Text>
            <Icon name="forward" size={32} tone="secondary" />
          </View>
        </Picker>
      </FormField>
    </View>
  );
}
