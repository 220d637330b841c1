import { endpoints, newPasswordSchema } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { PasswordField, TextField } from '../../../../components/text-field';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { redirectTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import './index.scss';

function Form({ onAccepted }: { readonly onAccepted: (username: string) => void }) {
  const form = useFields({
    code: (code) => (code.trim() ? null : TEXT.invitationCodeMissing),
    newPassword: (password) => checkField(newPasswordSchema, password),
  });
  const accept = useAction(async () => {
    if (form.pass('code', 'newPassword')) {
      onAccepted((await call(endpoints.staff.acceptInvitation, { body: form.values })).username);
    }
  });
  const submit = () => void accept.run();
  const [codeWrong, passwordWrong] = [
    form.errorOf('code', accept.problem),
    form.errorOf('newPassword', accept.problem),
  ];
  return (
    <>
      <View className="staff-invitation__lead">
        <Text>{TEXT.invitationLead}</Text>
      </View>
      <Card>
        <TextField
          label={TEXT.invitationCode}
          maxLength={60}
          value={form.values.code}
          onChange={(code) => form.change('code', code)}
          error={codeWrong}
        />
        <PasswordField
          label={TEXT.newPassword}
          fresh
          value={form.values.newPassword}
          onChange={(password) => form.change('newPassword', password)}
          onLeave={() => form.leave('newPassword')}
          onConfirm={submit}
          error={passwordWrong}
          hint={TEXT.passwordRule}
        />
        <ProblemNotice problem={accept.problem && accept.problem.fields.length === 0 ? accept.problem : null} />
        <PrimaryButton pending={accept.pending} pendingLabel={TEXT.accepting} onTap={submit}>
          {TEXT.accept}
        </PrimaryButton>
      </Card>
    </>
  );
}

export default function StaffInvitationPage() {
  const [username, setUsername] = useState<string | null>(null);
  return (
    <PageFrame title={ROUTES.staffInvitation.title}>
      {username === null ? (
        <Form onAccepted={setUsername} />
      ) : (
        <>
          <Notice kind="success" title={TEXT.accepted(username)} />
          <PrimaryButton onTap={() => void redirectTo('staffSignIn')}>{TEXT.toSignIn}</PrimaryButton>
        </>
      )}
    </PageFrame>
  );
}
