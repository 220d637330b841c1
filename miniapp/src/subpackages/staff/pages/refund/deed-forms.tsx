import { type DeskRefund, formatFen, REFUND_REASONS } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '../../../../components/card';
import { ChoiceGroup } from '../../../../components/choice-group';
import { FormField } from '../../../../components/form-field';
import { PrimaryButton } from '../../../../components/primary-button';
import { TextField } from '../../../../components/text-field';
import { REFUND_REASON_LABELS } from '../../../../text/labels';
import { ProofFields } from '../../desk/proof-fields';
import { useEscape } from '../../desk/use-escape';
import { STAFF_REFUND_TEXT as TEXT } from '../../texts-refunds';
import type { RefundPage } from './use-refund';

interface DeedProps {
  readonly page: RefundPage;
  readonly refund: DeskRefund;
}

interface FormProps {
  readonly title: string;
  readonly hint: string;
  readonly page: RefundPage;
  readonly button: ReactNode;
  readonly children: ReactNode;
}

function DeedForm({ title, hint, page, button, children }: FormProps) {
  const close = () => page.open(null);
  useEscape(close);
  return (
    <Card title={title}>
      <Text className="staff-refund__hint">{hint}</Text>
      {children}
      <View className="staff-refund__deeds">
        {button}
        <PrimaryButton small kind="plain" onTap={close}>
          {TEXT.cancel}
        </PrimaryButton>
      </View>
    </Card>
  );
}

function ApproveForm({ page, refund }: DeedProps) {
  const { proof, approve, factor } = page;
  return (
    <DeedForm
      title={TEXT.approve}
      hint={TEXT.approveHint(formatFen(refund.amountFen))}
      page={page}
      button={
        <PrimaryButton
          small
          pending={approve.pending}
          pendingLabel={TEXT.approving}
          onTap={() => void approve.run(refund)}
        >
          {TEXT.confirmApprove}
        </PrimaryButton>
      }
    >
      <ProofFields form={proof} factor={factor} problem={approve.problem} />
    </DeedForm>
  );
}

function RejectForm({ page, refund }: DeedProps) {
  const { form, reject } = page;
  return (
    <DeedForm
      title={TEXT.reject}
      hint={TEXT.rejectHint}
      page={page}
      button={
        <PrimaryButton small kind="danger" pending={reject.pending} onTap={() => void reject.run(refund)}>
          {TEXT.confirmReject}
        </PrimaryButton>
      }
    >
      <TextField
        label={TEXT.rejectReason}
        maxLength={100}
        value={form.values.reason}
        onChange={(reason) => form.change('reason', reason)}
        error={form.errorOf('reason', reject.problem)}
      />
    </DeedForm>
  );
}

function AskForm({ page, refund }: DeedProps) {
  const { form, request, reason, chooseReason, missing } = page;
  return (
    <DeedForm
      title={TEXT.ask}
      hint={TEXT.askHint}
      page={page}
      button={
        <PrimaryButton small pending={request.pending} onTap={() => void request.run(refund)}>
          {TEXT.confirmAsk}
        </PrimaryButton>
      }
    >
      <FormField label={TEXT.askWhy} error={missing ? TEXT.askWhyMissing : null}>
        <ChoiceGroup
          label={TEXT.askWhy}
          choices={REFUND_REASONS.map((value) => ({ value, label: REFUND_REASON_LABELS[value] }))}
          value={reason}
          onChange={chooseReason}
        />
      </FormField>
      <TextField
        label={TEXT.askWords}
        hint={TEXT.askWordsHint}
        maxLength={100}
        value={form.values.words}
        onChange={(words) => form.change('words', words)}
        error={form.errorOf('words', request.problem)}
      />
    </DeedForm>
  );
}

/** The buttons that the server offers; of what is grave or needs words, first its form. */
export function RefundDeeds({ page, refund }: DeedProps) {
  const { doing, open, withdraw } = page;
  const { deeds } = refund;
  const isOpen = doing !== null && deeds.includes(doing);
  if (isOpen && doing !== 'withdraw') {
    const Form = { approve: ApproveForm, reject: RejectForm, ask: AskForm }[doing];
    return <Form page={page} refund={refund} />;
  }
  return (
    <View className="staff-refund__deeds">
      {deeds.includes('approve') && (
        <PrimaryButton small onTap={() => open('approve')}>
          {TEXT.approve}
        </PrimaryButton>
      )}
      {deeds.includes('reject') && (
        <PrimaryButton small kind="secondary" onTap={() => open('reject')}>
          {TEXT.reject}
        </PrimaryButton>
      )}
      {deeds.includes('withdraw') && (
        <PrimaryButton small kind="secondary" pending={withdraw.pending} onTap={() => void withdraw.run(refund)}>
          {TEXT.withdraw}
        </PrimaryButton>
      )}
      {deeds.includes('ask') && (
        <PrimaryButton small kind="secondary" onTap={() => open('ask')}>
          {TEXT.ask}
        </PrimaryButton>
      )}
    </View>
  );
}
