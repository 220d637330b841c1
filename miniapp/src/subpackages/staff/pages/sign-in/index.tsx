import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { PasswordField, TextField } from '../../../../components/text-field';
import { TextLink } from '../../../../components/text-link';
import { navigateTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { STAFF_TEXT } from '../../text';
import { STAFF_ACCOUNT_TEXT } from '../../texts-accounts';
import './index.scss';
import { useStaffSignIn } from './use-staff-sign-in';

export default function StaffSignInPage() {
  const { form, change, errorOf, asksFactor, signIn } = useStaffSignIn();
  const submit = () => void signIn.run();
  const factorError = errorOf('secondFactor');
  return (
    <PageFrame title={ROUTES.staffSignIn.title}>
      <Card title={STAFF_TEXT.signInTitle}>
        <TextField
          label={STAFF_TEXT.username}
          autoFill="username"
          value={form.username}
          onChange={(username) => change('username', username)}
          maxLength={60}
          onConfirm={submit}
          error={errorOf('username')}
        />
        <PasswordField
          label={STAFF_TEXT.password}
          value={form.password}
          onChange={(password) => change('password', password)}
          onConfirm={submit}
          error={errorOf('password')}
        />
        {asksFactor && (
          <TextField
            label={STAFF_ACCOUNT_TEXT.secondFactor}
            autoFill="one-time-code"
            value={form.secondFactor}
            onChange={(code) => change('secondFactor', code)}
            maxLength={24}
            onConfirm={submit}
            error={factorError}
            hint={STAFF_ACCOUNT_TEXT.secondFactorHint}
          />
        )}
        <ProblemNotice problem={signIn.problem} />
        <PrimaryButton pending={signIn.pending} pendingLabel={STAFF_TEXT.signingIn} onTap={submit}>
          {STAFF_TEXT.signIn}
        </PrimaryButton>
      </Card>
      <View className="staff-sign-in__invitation">
        <TextLink onTap={() => void navigateTo('staffInvitation')}>{STAFF_ACCOUNT_TEXT.haveInvitation}</TextLink>
      </View>
      <Text className="staff-sign-in__hint">{STAFF_TEXT.signInHint}</Text>
    </PageFrame>
  );
}
