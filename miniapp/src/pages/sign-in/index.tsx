import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { ConsentTick } from '../../components/consent-tick';
import { PageFrame } from '../../components/page-frame';
import { Segments } from '../../components/segments';
import { TextLink } from '../../components/text-link';
import { FOCUSABLE } from '../../platform/keyboard';
import { navigateTo } from '../../platform/navigation';
import { ROUTES } from '../../routes';
import { SIGN_IN_TEXT } from '../../text/sign-in';
import { CodeForm } from './code-form';
import './index.scss';
import { PasswordForm } from './password-form';
import { type Consent, useConsent } from './use-consent';

/** Signing in by certificate (A4) will be the third. */
type Way = 'code' | 'password';

const Terms = ({ consent }: { readonly consent: Consent }) => (
  <ConsentTick label={SIGN_IN_TEXT.agreeLabel} ticked={consent.agreed} error={consent.error} onChange={consent.change}>
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
);

export default function SignInPage() {
  const [way, setWay] = useState<Way>('code');
  const consent = useConsent();
  const tick = <Terms consent={consent} />;
  return (
    <PageFrame title={ROUTES.signIn.title}>
      <View className="sign-in__lead">
        <Text className="sign-in__title">{SIGN_IN_TEXT.title}</Text>
        <Text className="sign-in__sentence">{way === 'code' ? SIGN_IN_TEXT.lead : SIGN_IN_TEXT.passwordLead}</Text>
      </View>
      <Segments
        label={SIGN_IN_TEXT.ways}
        segments={[
          { value: 'code', label: SIGN_IN_TEXT.byCode },
          { value: 'password', label: SIGN_IN_TEXT.byPassword },
        ]}
        value={way}
        onChange={setWay}
      />
      {way === 'code' ? (
        <CodeForm consent={consent}>{tick}</CodeForm>
      ) : (
        <PasswordForm consent={consent} onUseCode={() => setWay('code')}>
          {tick}
        </PasswordForm>
      )}
      <View className="sign-in__gone">
        <TextLink onTap={() => void navigateTo('changePhone')}>{SIGN_IN_TEXT.numberGone}</TextLink>
      </View>
    </PageFrame>
  );
}
