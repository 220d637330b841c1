import { View } from '@tarojs/components';
import { useState } from 'react';
import { PageFrame } from '../../components/page-frame';
import { TextLink } from '../../components/text-link';
import { type SignInWay, SignInWays } from '../../features/sign-in/sign-in-ways';
import { TermsTick } from '../../features/sign-in/terms-tick';
import { useConsent } from '../../features/sign-in/use-consent';
import { useRouteParams } from '../../features/use-route-params';
import { navigateTo, redirectTo } from '../../platform/navigation';
import { ROUTES } from '../../routes';
import { SIGN_IN_TEXT } from '../../text/sign-in';
import { CodeForm } from './code-form';
import './index.scss';
import { PasswordForm } from './password-form';

export default function SignInPage() {
  const params = useRouteParams('signIn');
  const [way, setWay] = useState<Exclude<SignInWay, 'certificate'>>(params.way === 'password' ? 'password' : 'code');
  const consent = useConsent();
  const tick = <TermsTick consent={consent} />;
  const change = (next: SignInWay) => (next === 'certificate' ? void redirectTo('certificateSignIn') : setWay(next));
  return (
    <PageFrame title={ROUTES.signIn.title}>
      <SignInWays way={way} onChange={change} />
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
