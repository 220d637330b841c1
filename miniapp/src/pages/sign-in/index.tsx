import { maskPhone } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { ConsentTick } from '../../components/consent-tick';
import { FormField } from '../../components/form-field';
import { PageFrame } from '../../components/page-frame';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { TextInput } from '../../components/text-input';
import { useCountdown } from '../../features/use-countdown';
import { navigateTo } from '../../platform/navigation';
import { canSignInWithWechat } from '../../platform/wechat-login';
import { ROUTES } from '../../routes';
import { SIGN_IN_TEXT } from '../../text/sign-in';
import './index.scss';
import { FOCUSABLE } from '../../platform/keyboard';
import { SendCodeButton } from './send-code-button';
import { useSignIn } from './use-sign-in';
import { WechatPhoneButton } from './wechat-phone-button';

export default function SignInPage() {
  const countdown = useCountdown();
  const { form, change, errors, problem, sentTo, ...page } = useSignIn(countdown.start);

  return (
    <PageFrame title={ROUTES.signIn.title}>
      <View className="sign-in__lead">
        <Text className="sign-in__title">{SIGN_IN_TEXT.title}</Text>
        <Text className="sign-in__sentence">{SIGN_IN_TEXT.lead}</Text>
      </View>

      <FormField label={SIGN_IN_TEXT.phone} error={errors.phone}>
        <TextInput
          label={SIGN_IN_TEXT.phone}
          kind="digits"
          autoFill="tel"
          maxLength={11}
          placeholder={SIGN_IN_TEXT.phonePlaceholder}
          value={form.phone}
          wrong={Boolean(errors.phone)}
          onChange={(phone) => change({ phone })}
          onLeave={page.leavePhone}
        />
      </FormField>

      <FormField
        label={SIGN_IN_TEXT.code}
        error={errors.code}
        hint={sentTo ? SIGN_IN_TEXT.codeSent(maskPhone(sentTo)) : undefined}
      >
        <TextInput
          label={SIGN_IN_TEXT.code}
          kind="digits"
          autoFill="one-time-code"
          maxLength={6}
          placeholder={SIGN_IN_TEXT.codePlaceholder}
          value={form.code}
          wrong={Boolean(errors.code)}
          onChange={(code) => change({ code })}
          onLeave={page.leaveCode}
          onConfirm={() => void page.signIn.run()}
          after={
            <SendCodeButton
              secondsLeft={countdown.secondsLeft}
              sentBefore={sentTo !== null}
              pending={page.sendCode.pending}
              onTap={() => void page.sendCode.run()}
            />
          }
        />
      </FormField>

      <ConsentTick
        label={SIGN_IN_TEXT.agreeLabel}
        ticked={form.agreed}
        error={errors.agreed}
        onChange={(agreed) => change({ agreed })}
      >
        <Text>{SIGN_IN_TEXT.agree}</Text>
        <Text
          className="sign-in__link"
          {...{ role: 'link', ...FOCUSABLE }}
          onClick={(event) => {
            event.stopPropagation();
            void navigateTo('terms');
          }}
        >
          {SIGN_IN_TEXT.terms}
        </Text>
      </ConsentTick>

      <ProblemNotice problem={problem && problem.fields.length === 0 ? problem : null} />

      <View className="sign-in__actions">
        <PrimaryButton
          pending={page.signIn.pending}
          pendingLabel={SIGN_IN_TEXT.signingIn}
          onTap={() => void page.signIn.run()}
        >
          {SIGN_IN_TEXT.signIn}
        </PrimaryButton>
        {canSignInWithWechat && (
          <WechatPhoneButton
            agreed={form.agreed}
            pending={page.signInWithWechat.pending}
            onConsentMissing={page.demandConsent}
            onPhoneCode={(code) => void page.signInWithWechat.run(code)}
          />
        )}
      </View>
    </PageFrame>
  );
}
