import { AppError, type CertificateAnswer } from '@acceptance/shared';
import { admitToAccount } from '../account';
import {
  type OpenedApplicantSession,
  type OpenSessionDependencies,
  openSessionOf,
  refuseOutdatedTerms,
  type SignInDevice,
} from '../auth';
import { type CertificateProofDependencies, proveByCertificate } from './prove-by-certificate';

export interface CertificateSignInDependencies extends OpenSessionDependencies, CertificateProofDependencies {}

interface CertificateSignIn extends CertificateAnswer {
  readonly acceptedTermsVersion: string;
}

/**
 * Sign-in to the account that a certificate was issued for. It registers nobody.
 * @param origin of `pageOriginOf`
 * @throws AppError auth.challenge_invalid, auth.certificate_*, auth.terms_outdated
 */
export async function signInWithCertificate(
  dependencies: CertificateSignInDependencies,
  { acceptedTermsVersion, ...answer }: CertificateSignIn,
  origin: string,
  device: SignInDevice,
): Promise<OpenedApplicantSession> {
  refuseOutdatedTerms(acceptedTermsVersion);
  const { now } = device;
  const { accountId } = await proveByCertificate(dependencies, { answer, purpose: 'sign-in', origin, now });
  const termsVersion = acceptedTermsVersion;
  const account = await admitToAccount(dependencies.accounts, { accountId, termsVersion, now });
  if (!account) {
    // Closed meanwhile: its certificates had to be revoked before.
    throw new AppError('auth.certificate_revoked');
  }
  return openSessionOf(dependencies, account, answer.deviceId, device);
}
