import type { ParcelToSend } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { PrimaryButton } from '../../../components/primary-button';
import { ProblemNotice } from '../../../components/problem-notice';
import { TextField } from '../../../components/text-field';
import type { Action } from '../../../features/use-action';
import { scansCodes } from '../../../platform/scan-code';
import { enterTextField } from '../platform/keyboard';
import { STAFF_DELIVERY_TEXT as TEXT } from '../texts-deliveries';
import './delivery.scss';
import { useParcelForm } from './parcel-form';
import { useScan } from './use-scan';

const LONGEST_COURIER = 20;
/** A number with the gaps of a label. */
const LONGEST_NUMBER = 40;

interface NumberFormProps {
  readonly initial: ParcelToSend;
  readonly action: Action<[ParcelToSend], void>;
  readonly button: string;
  readonly pendingLabel: string;
  readonly onCancel?: () => void;
}

/** Courier and number. The cursor is in the number from the start, and there again after a refusal: a scanner needs no mouse. */
export function NumberForm({ initial, action, button, pendingLabel, onCancel }: NumberFormProps) {
  const form = useParcelForm(initial);
  useEffect(() => enterTextField(TEXT.number), []);
  const submit = async () => {
    const parcel = form.take();
    if (parcel) {
      await action.run(parcel);
    }
    enterTextField(TEXT.number);
  };
  const { scan, complaint, forget } = useScan((number) => form.change('trackingNumber', number));
  const { problem } = action;
  return (
    <View className="delivery-form">
      <View className="delivery-form__fields">
        <TextField
          label={TEXT.number}
          hint={TEXT.numberHint}
          maxLength={LONGEST_NUMBER}
          value={form.typed.trackingNumber}
          error={complaint ?? form.errorOf('trackingNumber', problem)}
          onChange={(value) => {
            forget();
            form.change('trackingNumber', value);
          }}
          onConfirm={() => void submit()}
          after={
            scansCodes && (
              <PrimaryButton small kind="plain" onTap={() => void scan()}>
                {TEXT.scan}
              </PrimaryButton>
            )
          }
        />
        <TextField
          label={TEXT.courier}
          maxLength={LONGEST_COURIER}
          value={form.typed.courier}
          error={form.errorOf('courier', problem)}
          onChange={(value) => form.change('courier', value)}
          onConfirm={() => void submit()}
        />
      </View>
      <ProblemNotice problem={problem && problem.fields.length === 0 ? problem : null} />
      <View className="delivery-form__deeds">
        <PrimaryButton small pending={action.pending} pendingLabel={pendingLabel} onTap={() => void submit()}>
          {button}
        </PrimaryButton>
        {onCancel && (
          <PrimaryButton small kind="plain" onTap={onCancel}>
            {TEXT.cancel}
          </PrimaryButton>
        )}
      </View>
    </View>
  );
}
