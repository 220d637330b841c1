import { Text, View } from '@tarojs/components';
import { CodeField } from '../../../../components/code-field';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { PasswordField } from '../../../../components/text-field';
import { TextLink } from '../../../../components/text-link';
import { ROUTES } from '../../../../routes';
import { NewPasswordField } from '../../new-password-field';
import { SECURITY_TEXT } from '../../texts-security';
import './index.scss';
import { usePasswordPage } from './use-password-page';

type PageState = ReturnType<typeof usePasswordPage>;

function CurrentPassword({ form, save, forget }: PageState) {
  const wrong = form.errorOf('currentPassword', save.problem);
  return (
    <>
      <PasswordField
        label={SECURITY_TEXT.currentPassword}
        value={form.values.currentPassword}
        onChange={(password) => form.change('currentPassword', password)}
        error={wrong}
      />
      <View className="password__link">
        <TextLink onTap={() => forget(true)}>{SECURITY_TEXT.forgotCurrent}</TextLink>
      </View>
    </>
  );
}

function OwnCode({ form, save, sendCode, sent, secondsLeft, profile, forget }: PageState) {
  return (
    <>
      <CodeField
        label={SECURITY_TEXT.code}
        value={form.values.code}
        error={form.errorOf('code', save.problem)}
        hint={sent ? SECURITY_TEXT.codeSent(profile.data?.phoneMasked ?? '') : undefined}
        onChange={(code) => form.change('code', code)}
        send={{ secondsLeft, sentBefore: sent, pending: sendCode.pending, onTap: () => void sendCode.run() }}
      />
      <View className="password__link">
        <TextLink onTap={() => forget(false)}>{SECURITY_TEXT.byCurrent}</TextLink>
      </View>
    </>
  );
}

export default function PasswordPage() {
  const page = usePasswordPage();
  const { mode, form, save } = page;
  const problem = save.problem ?? page.sendCode.problem;
  const submit = () => void save.run();
  return (
    <PageFrame title={ROUTES.password.title} load={page.profile}>
      <View className="password__lead">
        <Text>{mode === 'set' ? SECURITY_TEXT.setLead : SECURITY_TEXT.changeLead}</Text>
      </View>
      {mode === 'change' && <CurrentPassword {...page} />}
      {mode === 'reset' && <OwnCode {...page} />}
      <NewPasswordField
        value={form.values.newPassword}
        error={form.errorOf('newPassword', save.problem)}
        onChange={(password) => form.change('newPassword', password)}
        onLeave={() => form.leave('newPassword')}
        onConfirm={submit}
      />
      <ProblemNotice problem={problem && problem.fields.length === 0 ? problem : null} />
      <PrimaryButton pending={save.pending} pendingLabel={SECURITY_TEXT.setting} onTap={submit}>
        {mode === 'set' ? SECURITY_TEXT.set : SECURITY_TEXT.change}
      </PrimaryButton>
    </PageFrame>
  );
}
