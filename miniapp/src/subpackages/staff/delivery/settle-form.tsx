import { lineOfText, type ParcelOutcome } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../components/card';
import { ChoiceGroup } from '../../../components/choice-group';
import { FormField } from '../../../components/form-field';
import { PrimaryButton } from '../../../components/primary-button';
import { ProblemNotice } from '../../../components/problem-notice';
import { TextField } from '../../../components/text-field';
import { checkField } from '../../../features/check-field';
import { useFields } from '../../../features/use-fields';
import { useEscape } from '../desk/use-escape';
import { PARCEL_OUTCOME_LABELS } from '../labels';
import { STAFF_DELIVERY_TEXT as TEXT } from '../texts-deliveries';
import './delivery.scss';
import type { OrderDeliveryState } from './use-order-delivery';

const NOTE_LIMIT = 200;
const noteSchema = lineOfText('说明', NOTE_LIMIT);

interface SettleFormProps {
  readonly outcomes: readonly ParcelOutcome[];
  readonly page: OrderDeliveryState;
}

/** What became of a parcel, said by hand. */
export function SettleForm({ outcomes, page: { settle, open } }: SettleFormProps) {
  const [outcome, choose] = useState<ParcelOutcome | null>(null);
  const [isMissing, setMissing] = useState(false);
  const form = useFields({ note: (value) => checkField(noteSchema, value) });
  const { problem } = settle;
  const submit = () => {
    setMissing(outcome === null);
    if (form.pass('note') && outcome) {
      void settle.run(outcome, form.values.note);
    }
  };
  useEscape(() => open(null));
  return (
    <Card title={TEXT.settleTitle}>
      <Text className="delivery__note">{TEXT.settleLead}</Text>
      <FormField label={TEXT.outcome} error={isMissing ? TEXT.outcomeMissing : null}>
        <ChoiceGroup
          label={TEXT.outcome}
          choices={outcomes.map((value) => ({
            value,
            label: PARCEL_OUTCOME_LABELS[value],
            hint: TEXT.outcomeHints[value],
          }))}
          value={outcome}
          onChange={(value) => {
            choose(value);
            setMissing(false);
          }}
        />
      </FormField>
      <TextField
        label={TEXT.settleNote}
        hint={TEXT.settleNoteHint}
        maxLength={NOTE_LIMIT}
        value={form.values.note}
        error={form.errorOf('note', problem)}
        onChange={(note) => form.change('note', note)}
        onLeave={() => form.leave('note')}
        onConfirm={submit}
      />
      <ProblemNotice problem={problem && problem.fields.length === 0 ? problem : null} />
      <View className="delivery-form__deeds">
        <PrimaryButton
          small
          kind={outcome === 'lost' ? 'danger' : 'primary'}
          pending={settle.pending}
          pendingLabel={TEXT.settling}
          onTap={submit}
        >
          {TEXT.confirmSettle}
        </PrimaryButton>
        <PrimaryButton small kind="plain" onTap={() => open(null)}>
          {TEXT.cancel}
        </PrimaryButton>
      </View>
    </Card>
  );
}
