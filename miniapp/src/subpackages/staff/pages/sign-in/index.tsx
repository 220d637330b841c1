import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { PasswordField, TextField } from '../../../../components/text-field';
import { TextLink } from '../../../../components/text-link';
import { navigateTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { WayChoice } from '../../desk/proof-fields';
import { FactorProof } from '../../platform/factor-proof';
import { STAFF_TEXT } from '../../text';
import { STAFF_ACCOUNT_TEXT } from '../../texts-accounts';
import './index.scss';
import { useStaffSignIn } from './use-staff-sign-in';

export default function StaffSignInPage() {
  const page = useStaffSignIn();
  const { form, change, errorOf, way, signIn } = page;
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
        <WayChoice {...page} />
        {way === 'code' && (
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
        {page.isElsewhere && <Notice title={STAFF_ACCOUNT_TEXT.atPc}>{STAFF_ACCOUNT_TEXT.atPcHint}</Notice>}
        <ProblemNotice problem={signIn.problem} />
        {way !== 'certificate' && (
          <PrimaryButton pending={signIn.pending} pendingLabel={STAFF_TEXT.signingIn} onTap={submit}>
            {STAFF_TEXT.signIn}
          </PrimaryButton>
        )}
      </Card>
      {way === 'certificate' && (
        <FactorProof
          ofStaffSession={false}
          isReady={page.isReady}
          handIn={page.enterByCertificate}
          submit={STAFF_TEXT.signIn}
          submitting={STAFF_TEXT.signingIn}
        />
      )}
      <View className="staff-sign-in__invitation">
        <TextLink onTap={() => void navigateTo('staffInvitation')}>{STAFF_ACCOUNT_TEXT.haveInvitation}</TextLink>
      </View>
      <Text className="staff-sign-in__hint">{STAFF_TEXT.signInHint}</Text>
    </PageFrame>
  );
}
