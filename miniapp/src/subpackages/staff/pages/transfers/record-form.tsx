import { ENTRY_BANKS, type EntryBank, endpoints, newEntrySchema } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { Card } from '../../../../components/card';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { navigateTo } from '../../../../platform/navigation';
import { FilterChips } from '../../desk/filter-chips';
import { ENTRY_BANK_LABELS } from '../../labels';
import { STAFF_TRANSFER_TEXT as TEXT } from '../../texts-transfers';
import { fenTyped } from './fen-typed';

const { reference, bookedOn, payerName, payerAccount, remark } = newEntrySchema.entries;

function useRecordForm(onRecorded: () => Promise<void>) {
  const [bank, setBank] = useState<EntryBank>('icbc');
  const form = useFields({
    reference: (typed) => checkField(reference, typed),
    bookedOn: (typed) => checkField(bookedOn, typed),
    amountFen: (typed) => (fenTyped(typed) === null ? TEXT.amountWrong : null),
    payerName: (typed) => checkField(payerName, typed),
    payerAccount: (typed) => (typed ? checkField(payerAccount, typed) : null),
    remark: (typed) => (typed ? checkField(remark, typed) : null),
  });
  const record = useAction(async () => {
    if (!form.pass('reference', 'bookedOn', 'amountFen', 'payerName', 'payerAccount', 'remark')) {
      return;
    }
    const { values } = form;
    const entry = await call(endpoints.transferDesk.recordEntry, {
      body: {
        bank,
        reference: values.reference,
        bookedOn: values.bookedOn,
        amountFen: fenTyped(values.amountFen) ?? 0,
        payerName: values.payerName,
        ...(values.payerAccount && { payerAccount: values.payerAccount }),
        ...(values.remark && { remark: values.remark }),
      },
    });
    form.clear();
    await onRecorded();
    await navigateTo('staffEntry', { entryId: entry.id });
  });
  return { bank, setBank, form, record };
}

/** Money that finance has seen in online banking, typed by hand. */
export function RecordForm({ onRecorded }: { readonly onRecorded: () => Promise<void> }) {
  const { bank, setBank, form, record } = useRecordForm(onRecorded);
  const fields = [
    ['reference', TEXT.reference, undefined],
    ['bookedOn', TEXT.bookedOn, TEXT.bookedOnHint],
    ['amountFen', TEXT.received, TEXT.amountHint],
    ['payerName', TEXT.payer, undefined],
    ['payerAccount', TEXT.payerAccount, TEXT.optional],
    ['remark', TEXT.remark, TEXT.optional],
  ] as const;
  return (
    <Card title={TEXT.record}>
      <Text className="staff-transfers__lead">{TEXT.recordLead}</Text>
      <View className="staff-transfers__banks">
        <FilterChips
          label={TEXT.banks}
          chips={ENTRY_BANKS.map((value) => ({ value, label: ENTRY_BANK_LABELS[value] }))}
          value={bank}
          onChoose={setBank}
        />
      </View>
      {fields.map(([name, label, hint]) => (
        <TextField
          key={name}
          label={label}
          hint={hint}
          maxLength={200}
          value={form.values[name]}
          onChange={(typed) => form.change(name, typed)}
          error={form.errorOf(name, record.problem)}
        />
      ))}
      <ProblemNotice problem={record.problem} />
      <View className="staff-transfers__deeds">
        <PrimaryButton
          small
          kind="secondary"
          pending={record.pending}
          pendingLabel={TEXT.recording}
          onTap={() => void record.run()}
        >
          {TEXT.record}
        </PrimaryButton>
      </View>
    </Card>
  );
}
