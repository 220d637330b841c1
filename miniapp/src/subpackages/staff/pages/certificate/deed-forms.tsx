import { REVOCATION_REASONS } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ChoiceGroup } from '../../../../components/choice-group';
import { FormField } from '../../../../components/form-field';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { REVOCATION_REASON_LABELS } from '../../../../text/certificate-labels';
import { useEscape } from '../../desk/use-escape';
import { STAFF_CERTIFICATE_TEXT as TEXT } from '../../texts-certificates';
import type { CertificatePage } from './use-certificate';

interface FormProps {
  readonly page: CertificatePage;
}

const NOTE_LIMIT = 200;

const Note = ({ page, label, hint }: FormProps & { readonly label: string; readonly hint: string }) => (
  <TextField
    label={label}
    hint={hint}
    maxLength={NOTE_LIMIT}
    value={page.form.values.note}
    error={page.form.errorOf('note', page.suspend.problem ?? page.revoke.problem)}
    onChange={(note) => page.form.change('note', note)}
    onLeave={() => page.form.leave('note')}
  />
);

export function SuspendForm({ page }: FormProps) {
  useEscape(() => page.open(null));
  return (
    <Card title={TEXT.hold}>
      <Text className="staff-certificate__note">{TEXT.holdLead}</Text>
      <Note page={page} label={TEXT.holdNote} hint={TEXT.holdNoteHint} />
      <ProblemNotice problem={page.suspend.problem} />
      <View className="staff-certificate__deeds">
        <PrimaryButton
          small
          pending={page.suspend.pending}
          pendingLabel={TEXT.holding}
          onTap={() => void page.suspend.run()}
        >
          {TEXT.confirmHold}
        </PrimaryButton>
        <PrimaryButton small kind="plain" onTap={() => page.open(null)}>
          {TEXT.cancel}
        </PrimaryButton>
      </View>
    </Card>
  );
}

export function RevokeForm({ page }: FormProps) {
  useEscape(() => page.open(null));
  return (
    <Card title={TEXT.revoke}>
      <Text className="staff-certificate__note">{TEXT.revokeLead}</Text>
      <FormField label={TEXT.reason} error={page.reasonMissing ? TEXT.reasonMissing : null}>
        <ChoiceGroup
          label={TEXT.reason}
          choices={REVOCATION_REASONS.map((value) => ({ value, label: REVOCATION_REASON_LABELS[value] }))}
          value={page.reason}
          onChange={page.chooseReason}
        />
      </FormField>
      <Note page={page} label={TEXT.revokeNote} hint={TEXT.revokeNoteHint} />
      <ProblemNotice problem={page.revoke.problem} />
      <View className="staff-certificate__deeds">
        <PrimaryButton
          small
          kind="danger"
          pending={page.revoke.pending}
          pendingLabel={TEXT.revoking}
          onTap={() => void page.revoke.run()}
        >
          {TEXT.confirmRevoke}
        </PrimaryButton>
        <PrimaryButton small kind="plain" onTap={() => page.open(null)}>
          {TEXT.cancel}
        </PrimaryButton>
      </View>
    </Card>
  );
}
