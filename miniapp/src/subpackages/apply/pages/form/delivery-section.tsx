import { type DeliveryWay, type OrderView, type ProjectView, readField } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { type Settings, useSettings } from '../../../../features/settings';
import { DELIVERY_WAY_LABELS } from '../../../../text/labels';
import { ChoiceField } from '../../draft/choice-field';
import { marksOf } from '../../draft/draft-problems';
import { DraftTextInput } from '../../draft/draft-text-input';
import { FormSection } from '../../draft/form-section';
import { FIELD_TEXT, FORM_TEXT } from '../../texts-form';
import { RegionField } from './region-field';
import type { RegionFieldProps } from './region-field-props';

export interface DeliverySectionProps extends RegionFieldProps {
  readonly order: Pick<OrderView, 'reviewMarks'> & {
    readonly project: Pick<ProjectView, 'deliveryWays' | 'couriers'>;
  };
}

function hintOf(way: DeliveryWay, settings: Settings | null): string {
  if (way !== 'pick-up') {
    return way === 'courier' ? FORM_TEXT.freight : FORM_TEXT.downloadHint;
  }
  return settings ? FORM_TEXT.pickUpAt(settings.pickUp.place, settings.pickUp.hours) : FORM_TEXT.pickUpHint;
}

/** How the certificate gets to the person. */
export function DeliverySection({ order, ...fields }: DeliverySectionProps) {
  const { draft, errorOf, onChange } = fields;
  const { deliveryWays, couriers } = order.project;
  const settings = useSettings().data;
  const ways = deliveryWays.map((way) => ({
    value: way,
    label: DELIVERY_WAY_LABELS[way],
    hint: hintOf(way, settings),
  }));
  return (
    <FormSection title={FORM_TEXT.delivery} marks={marksOf(order.reviewMarks, 'delivery')}>
      <ChoiceField
        field="delivery.way"
        label={FORM_TEXT.delivery}
        choices={ways}
        value={readField(draft, 'delivery.way')}
        error={errorOf('delivery.way')}
        onChange={onChange}
      />
      {draft.delivery?.way === 'courier' && (
        <>
          <Text className="form-page__label">{FIELD_TEXT['delivery.courier'].label}</Text>
          <ChoiceField
            field="delivery.courier"
            label={FIELD_TEXT['delivery.courier'].label}
            choices={couriers.map((courier) => ({ value: courier, label: courier }))}
            value={readField(draft, 'delivery.courier')}
            error={errorOf('delivery.courier')}
            onChange={onChange}
          />
          <DraftTextInput field="delivery.receiver" {...fields} />
          <DraftTextInput field="delivery.phone" {...fields} />
          <RegionField {...fields} />
          <DraftTextInput field="delivery.street" {...fields} />
        </>
      )}
    </FormSection>
  );
}
