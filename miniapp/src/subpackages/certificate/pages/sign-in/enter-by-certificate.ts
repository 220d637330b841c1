import { type CertificateAnswer, endpoints, TERMS_VERSION } from '@acceptance/shared';
import { call } from '../../../../api/client';
import { bindWechatSilently } from '../../../../features/bind-wechat';
import { enter } from '../../../../features/sign-in/enter';

/** Hands in what the key has signed, and goes back to where signing in was asked for. */
export async function enterByCertificate(answer: CertificateAnswer): Promise<void> {
  const body = { ...answer, acceptedTermsVersion: TERMS_VERSION };
  await enter(await call(endpoints.certificateSignIn.signIn, { body }), () => void bindWechatSilently());
}
