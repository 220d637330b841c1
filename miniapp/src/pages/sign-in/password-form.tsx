import { View } from '@tarojs/components';
import { CodeField } from '../../components/code-field';
import { Notice } from '../../components/notice';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { PasswordField, TextField } from '../../components/text-field';
import { TextLink } from '../../components/text-link';
import { navigateTo } from '../../platform/navigation';
import { SIGN_IN_TEXT } from '../../text/sign-in';
import type { WayProps } from './code-form';
import { usePasswordSignIn } from './use-password-sign-in';

/** Signing in by number or e-mail address and password. */
export function PasswordForm({ consent, children, onUseCode }: WayProps & { readonly onUseCode: () => void }) {
  const form = usePasswordSignIn(consent);
  const { problem, delaySeconds } = form;
  const [accountWrong, passwordWrong] = [form.errorOf('account'), form.errorOf('password')];
  const submit = () => void form.signIn.run();
  const useCodeInstead = { label: SIGN_IN_TEXT.useCode, onTap: onUseCode };
  return (
    <>
      <TextField
        label={SIGN_IN_TEXT.account}
        kind="account"
        autoFill="username"
        maxLength={100}
        placeholder={SIGN_IN_TEXT.accountPlaceholder}
        value={form.account}
        onChange={(account) => form.change('account', account)}
        onLeave={() => form.leave('account')}
        error={accountWrong}
      />
      <PasswordField
        label={SIGN_IN_TEXT.password}
        value={form.password}
        onChange={(password) => form.change('password', password)}
        onConfirm={submit}
        error={passwordWrong}
      />
      {form.newDevice && (
        <>
          <Notice kind="info" title={SIGN_IN_TEXT.newDevice}>
            {SIGN_IN_TEXT.newDeviceHint}
          </Notice>
          <CodeField
            label={SIGN_IN_TEXT.code}
            value={form.code}
            error={form.errorOf('code')}
            hint={form.sentTo ? SIGN_IN_TEXT.codeSent(form.sentTo) : undefined}
            onChange={(code) => form.change('code', code)}
            onConfirm={submit}
            send={{
              secondsLeft: form.resendSeconds,
              sentBefore: form.sentTo !== null,
              pending: form.sendCode.pending,
              onTap: () => void form.sendCode.run(),
            }}
          />
        </>
      )}
      <View className="sign-in__forgot">
        <TextLink onTap={() => void navigateTo('forgotPassword')}>{SIGN_IN_TEXT.forgot}</TextLink>
      </View>
      {children}
      <ProblemNotice
        problem={problem && problem.fields.length === 0 ? problem : null}
        action={problem?.code?.startsWith('auth.password_') ? useCodeInstead : undefined}
      />
      <View className="sign-in__actions">
        <PrimaryButton
          pending={form.signIn.pending}
          pendingLabel={SIGN_IN_TEXT.signingIn}
          whyDisabled={delaySeconds > 0 ? SIGN_IN_TEXT.delayed(delaySeconds) : null}
          onTap={submit}
        >
          {SIGN_IN_TEXT.signIn}
        </PrimaryButton>
      </View>
    </>
  );
}
