import { View } from '@tarojs/components';
import { PageFrame } from '../../../../components/page-frame';
import { TextLink } from '../../../../components/text-link';
import { CertificateProof } from '../../../../features/certificate-proof/certificate-proof';
import { type SignInWay, SignInWays } from '../../../../features/sign-in/sign-in-ways';
import { TermsTick } from '../../../../features/sign-in/terms-tick';
import { useConsent } from '../../../../features/sign-in/use-consent';
import { navigateTo, redirectTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { SIGN_IN_TEXT as TEXT } from '../../../../text/sign-in';
import { CERTIFICATE_TEXT } from '../../text';
import { enterByCertificate } from './enter-by-certificate';

export default function CertificateSignInPage() {
  const consent = useConsent();
  const change = (way: SignInWay) => {
    if (way !== 'certificate') {
      void redirectTo('signIn', { way });
    }
  };
  return (
    <PageFrame title={ROUTES.certificateSignIn.title}>
      <SignInWays way="certificate" onChange={change} />
      <CertificateProof
        purpose="sign-in"
        isReady={consent.demand}
        handIn={enterByCertificate}
        submit={TEXT.signIn}
        submitting={TEXT.signingIn}
      >
        <TermsTick consent={consent} />
      </CertificateProof>
      <View className="certificate__way">
        <TextLink onTap={() => void navigateTo('certificateRevoke')}>{CERTIFICATE_TEXT.revokeUnsigned}</TextLink>
      </View>
    </PageFrame>
  );
}
