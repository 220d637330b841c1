import { maskPhone } from '@acceptance/shared';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { CodeField } from '../../components/code-field';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { TextField } from '../../components/text-field';
import { CodePicture } from '../../features/code-picture';
import type { Consent } from '../../features/sign-in/use-consent';
import { canSignInWithWechat } from '../../platform/wechat-login';
import { SIGN_IN_TEXT } from '../../text/sign-in';
import { useCodeSignIn } from './use-code-sign-in';
import { WechatPhoneButton } from './wechat-phone-button';

export interface WayProps {
  readonly consent: Consent;
  /** The tick, which stands above the button. */
  readonly children: ReactNode;
}

/** Signing in by a code to one's number; the first time registers. */
export function CodeForm({ consent, children }: WayProps) {
  const form = useCodeSignIn(consent);
  const { problem, sentTo } = form;
  return (
    <>
      <TextField
        label={SIGN_IN_TEXT.phone}
        kind="phone"
        autoFill="tel-national"
        maxLength={11}
        placeholder={SIGN_IN_TEXT.phonePlaceholder}
        value={form.phone}
        onChange={form.changePhone}
        onLeave={form.leavePhone}
        error={form.phoneError}
      />
      <CodePicture picture={form.picture} />
      <CodeField
        label={SIGN_IN_TEXT.code}
        value={form.code}
        error={form.codeError}
        hint={sentTo ? SIGN_IN_TEXT.codeSent(maskPhone(sentTo)) : undefined}
        onChange={form.changeCode}
        onLeave={form.leaveCode}
        onConfirm={() => void form.signIn.run()}
        send={{
          secondsLeft: form.secondsLeft,
          sentBefore: sentTo !== null,
          pending: form.sendCode.pending,
          onTap: () => void form.sendCode.run(),
        }}
      />
      {children}
      <ProblemNotice problem={problem && problem.fields.length === 0 ? problem : null} />
      <View className="sign-in__actions">
        <PrimaryButton
          pending={form.signIn.pending}
          pendingLabel={SIGN_IN_TEXT.signingIn}
          onTap={() => void form.signIn.run()}
        >
          {SIGN_IN_TEXT.signIn}
        </PrimaryButton>
        {canSignInWithWechat && (
          <WechatPhoneButton
            agreed={consent.agreed}
            pending={form.signInWithWechat.pending}
            onConsentMissing={() => consent.demand()}
            onPhoneCode={(code) => void form.signInWithWechat.run(code)}
          />
        )}
      </View>
    </>
  );
}
