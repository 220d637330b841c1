import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { CodeField } from '../../../../components/code-field';
import { ListRow } from '../../../../components/list-row';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { ROUTES } from '../../../../routes';
import { SECURITY_TEXT } from '../../texts-security';
import './index.scss';
import { useEmailPage } from './use-email-page';

export default function EmailPage() {
  const { profile, form, sentTo, secondsLeft, sendCode, confirm, remove } = useEmailPage();
  const problem = confirm.problem ?? sendCode.problem ?? remove.problem;
  const emailWrong = form.errorOf('email', problem);
  const email = profile.data?.email ?? null;
  const submit = () => void confirm.run();
  return (
    <PageFrame title={ROUTES.email.title} load={profile}>
      {email && (
        <Card title={SECURITY_TEXT.current}>
          <ListRow label={email.masked} value={email.confirmed ? SECURITY_TEXT.confirmed : SECURITY_TEXT.unconfirmed} />
          <PrimaryButton kind="plain" pending={remove.pending} onTap={() => void remove.run()}>
            {SECURITY_TEXT.removeEmail}
          </PrimaryButton>
        </Card>
      )}
      <View className="email__lead">
        <Text>{SECURITY_TEXT.emailLead}</Text>
      </View>
      <TextField
        label={SECURITY_TEXT.email}
        kind="email"
        autoFill="email"
        maxLength={100}
        placeholder={SECURITY_TEXT.emailPlaceholder}
        value={form.values.email}
        onChange={(value) => form.change('email', value)}
        onLeave={() => form.leave('email')}
        error={emailWrong}
      />
      <CodeField
        label={SECURITY_TEXT.emailCode}
        value={form.values.code}
        error={form.errorOf('code', problem)}
        hint={sentTo ? SECURITY_TEXT.emailSent(sentTo) : undefined}
        onChange={(code) => form.change('code', code)}
        onConfirm={submit}
        send={{
          secondsLeft,
          sentBefore: sentTo !== null,
          pending: sendCode.pending,
          onTap: () => void sendCode.run(),
        }}
      />
      <ProblemNotice problem={problem && problem.fields.length === 0 ? problem : null} />
      <PrimaryButton pending={confirm.pending} pendingLabel={SECURITY_TEXT.confirming} onTap={submit}>
        {SECURITY_TEXT.confirmEmail}
      </PrimaryButton>
    </PageFrame>
  );
}
