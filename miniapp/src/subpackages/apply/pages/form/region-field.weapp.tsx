import { readField } from '@acceptance/shared';
import { Picker, Text, View } from '@tarojs/components';
import { FormField } from '../../../../components/form-field';
import { Icon } from '../../../../components/icon';
import { joinClauses } from '../../../../text/punctuation';
import { fieldElementId } from '../../draft/draft-problems';
import { REGION_TEXT } from '../../texts-form';
import { REGION_FIELDS, type RegionFieldProps } from './region-field-props';

/** WeChat's own list of provinces, cities and districts. */
export function RegionField({ draft, errorOf, onChange, onLeave }: RegionFieldProps) {
  const chosen = REGION_FIELDS.map((field) => readField(draft, field));
  const isChosen = chosen.every((part) => part !== '');
  const error = REGION_FIELDS.map(errorOf).find((message) => message !== null) ?? null;
  return (
    <View id={fieldElementId('delivery.province')}>
      <FormField label={REGION_TEXT.label} error={error}>
        <Picker
          mode="region"
          value={isChosen ? chosen : []}
          onChange={({ detail }) => {
            for (const [index, field] of REGION_FIELDS.entries()) {
              onChange(field, detail.value[index] ?? '');
              onLeave(field);
            }
          }}
        >
          <View
            className={error ? 'form-page__pick form-page__pick--wrong' : 'form-page__pick'}
            role="button"
            aria-label={joinClauses(REGION_TEXT.label, isChosen ? chosen.join(' ') : REGION_TEXT.choose)}
          >
            <Text className={isChosen ? 'form-page__picked' : 'form-page__unpicked'}>
              {isChosen ? chosen.join(' ') : REGION_TEXT.choose}
            </Text>
            <Icon name="forward" size={32} tone="secondary" />
          </View>
        </Picker>
      </FormField>
    </View>
  );
}
