import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { FormField } from '../../../../components/form-field';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextInput } from '../../../../components/text-input';
import { ROUTES } from '../../../../routes';
import { STAFF_TEXT } from '../../text';
import './index.scss';
import { useStaffSignIn } from './use-staff-sign-in';

export default function StaffSignInPage() {
  const form = useStaffSignIn();
  const submit = () => void form.signIn.run();
  return (
    <PageFrame title={ROUTES.staffSignIn.title}>
      <Card title={STAFF_TEXT.signInTitle}>
        <FormField label={STAFF_TEXT.username} error={form.usernameError}>
          <TextInput
            label={STAFF_TEXT.username}
            value={form.username}
            onChange={form.setUsername}
            maxLength={60}
            wrong={form.usernameError !== null}
            onConfirm={submit}
          />
        </FormField>
        <FormField label={STAFF_TEXT.password} error={form.passwordError}>
          <TextInput
            label={STAFF_TEXT.password}
            kind="password"
            value={form.password}
            onChange={form.setPassword}
            wrong={form.passwordError !== null}
            onConfirm={submit}
          />
        </FormField>
        <ProblemNotice problem={form.signIn.problem} />
        <PrimaryButton pending={form.signIn.pending} pendingLabel={STAFF_TEXT.signingIn} onTap={submit}>
          {STAFF_TEXT.signIn}
        </PrimaryButton>
      </Card>
      <Text className="staff-sign-in__hint">{STAFF_TEXT.signInHint}</Text>
    </PageFrame>
  );
}
