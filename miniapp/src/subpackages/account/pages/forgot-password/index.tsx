import { looksLikeEmail, maskPhone } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { CodeField } from '../../../../components/code-field';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ROUTES } from '../../../../routes';
import { NewPasswordField } from '../../new-password-field';
import { SECURITY_TEXT } from '../../texts-security';
import './index.scss';
import { PictureStep } from './picture-step';
import { useForgotPassword } from './use-forgot-password';

export default function ForgotPasswordPage() {
  const page = useForgotPassword();
  const { form, sentTo, reset } = page;
  const submit = () => void reset.run();
  return (
    <PageFrame title={ROUTES.forgotPassword.title} load={page.picture}>
      <View className="forgot-password__lead">
        <Text>{SECURITY_TEXT.forgotLead}</Text>
      </View>
      {sentTo === null ? (
        <PictureStep {...page} />
      ) : (
        <>
          <CodeField
            label={SECURITY_TEXT.code}
            value={form.values.code}
            error={form.errorOf('code', reset.problem)}
            hint={looksLikeEmail(sentTo) ? SECURITY_TEXT.codeSentForEmail : SECURITY_TEXT.codeSent(maskPhone(sentTo))}
            onChange={(code) => form.change('code', code)}
            onLeave={() => form.leave('code')}
            send={{
              secondsLeft: page.secondsLeft,
              sentBefore: true,
              pending: false,
              // Another code needs another picture.
              onTap: page.startOver,
            }}
          />
          <NewPasswordField
            value={form.values.newPassword}
            error={form.errorOf('newPassword', reset.problem)}
            onChange={(password) => form.change('newPassword', password)}
            onLeave={() => form.leave('newPassword')}
            onConfirm={submit}
          />
          <Text className="forgot-password__note">{SECURITY_TEXT.allSignedOut}</Text>
          <ProblemNotice problem={reset.problem && reset.problem.fields.length === 0 ? reset.problem : null} />
          <View className="forgot-password__actions">
            <PrimaryButton pending={reset.pending} pendingLabel={SECURITY_TEXT.setting} onTap={submit}>
              {SECURITY_TEXT.setNew}
            </PrimaryButton>
            <PrimaryButton kind="plain" onTap={page.startOver}>
              {SECURITY_TEXT.otherNumber}
            </PrimaryButton>
          </View>
        </>
      )}
    </PageFrame>
  );
}
