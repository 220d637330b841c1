import { COLLECTORS, type VoucherView } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ChoiceGroup } from '../../../../components/choice-group';
import { ConsentTick } from '../../../../components/consent-tick';
import { FormField } from '../../../../components/form-field';
import { ListRow } from '../../../../components/list-row';
import { TextField } from '../../../../components/text-field';
import { apiWord } from '../../../../text/api-texts';
import { COLLECTOR_LABELS } from '../../labels';
import { STAFF_DELIVERY_TEXT as TEXT } from '../../texts-deliveries';
import type { PickUp } from './use-pick-up';

const LONGEST_NAME = 30;

/** Whose UKey it is, and the document to compare. */
export const HolderCard = ({ voucher }: { readonly voucher: VoucherView }) => (
  <Card title={TEXT.who}>
    <ListRow label={TEXT.holder} value={voucher.holder.name} />
    <ListRow
      label={TEXT.documentRow}
      value={TEXT.document(apiWord(voucher.holder.documentLabel), voucher.holder.documentNumberMasked)}
    />
    {voucher.unitName && <ListRow label={TEXT.unit} value={voucher.unitName} />}
    <ListRow label={TEXT.project} value={apiWord(voucher.projectName)} />
    <ListRow label={TEXT.order} value={voucher.orderNumber} />
  </Card>
);

/** Who stands there, and that their document was looked at. */
export function VisitorCard({ page: { visitor, change, missing } }: { readonly page: PickUp }) {
  return (
    <Card>
      <FormField label={TEXT.collector}>
        <ChoiceGroup
          label={TEXT.collector}
          choices={COLLECTORS.map((value) => ({
            value,
            label: COLLECTOR_LABELS[value],
            hint: TEXT.collectorHints[value],
          }))}
          value={visitor.collector}
          // Another person, another document.
          onChange={(collector) => change({ collector, isChecked: false })}
        />
      </FormField>
      {visitor.collector === 'agent' && (
        <TextField
          label={TEXT.agentName}
          hint={TEXT.agentNameHint}
          maxLength={LONGEST_NAME}
          value={visitor.agentName}
          error={missing.agentName ? TEXT.agentNameMissing : null}
          onChange={(agentName) => change({ agentName })}
        />
      )}
      <ConsentTick
        label={TEXT.documentChecked}
        ticked={visitor.isChecked}
        error={missing.document ? TEXT.documentUnchecked : null}
        onChange={(isChecked) => change({ isChecked })}
      >
        <Text>{TEXT.documentChecked}</Text>
      </ConsentTick>
    </Card>
  );
}
