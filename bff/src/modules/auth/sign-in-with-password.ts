import { AppError, type ApplicantSession } from '@acceptance/shared';
import { findAccountByPhone } from '../account';
import { readClaims } from './access-token';
import { consumeSmsCode } from './consume-sms-code';
import { applicantSubject, openSession, refuseOutdatedTerms, type SignInDevice } from './open-session';
import { countAttempt } from './password-attempts';
import { passwordMatches } from './password-hash';
import { endSession } from './sessions';
import type { SignInDependencies } from './sign-in';
import { deviceKeyOf, distrustKeys, isDeviceTrusted } from './trusted-devices';

export interface PasswordSignIn {
  readonly phone: string;
  readonly password: string;
  readonly deviceId: string;
  readonly code?: string;
  readonly acceptedTermsVersion: string;
}

/** A password that was replaced while it was being compared has opened nothing. */
async function refuseReplacedPassword(
  { accounts, sessions, trustedDevices, cipher, accessTokenKey }: SignInDependencies,
  { phone, deviceId }: PasswordSignIn,
  opened: ApplicantSession,
  passwordHash: string | undefined,
  now: Date,
): Promise<void> {
  if (await accounts.exists({ _id: opened.account.id, 'password.hash': passwordHash })) {
    return;
  }
  await endSession(sessions, readClaims([accessTokenKey], opened.accessToken, now).sessionId, now);
  await distrustKeys(trustedDevices, [deviceKeyOf(cipher, applicantSubject(phone), deviceId)]);
  throw new AppError('auth.password_wrong');
}

/**
 * Sign-in by number and password; a device that has never proved the number needs a sign-in code too. Unknown numbers,
 * accounts without a password and wrong passwords take the same way and answer alike.
 * @throws AppError auth.password_wrong, auth.password_delayed, auth.device_code_required, auth.code_*, auth.terms_outdated
 */
export async function signInWithPassword(
  dependencies: SignInDependencies,
  input: PasswordSignIn,
  device: SignInDevice,
): Promise<ApplicantSession> {
  const { phone, password, deviceId, code, acceptedTermsVersion } = input;
  const { address, now } = device;
  refuseOutdatedTerms(acceptedTermsVersion);
  const subject = applicantSubject(phone);
  const trusted = await isDeviceTrusted(dependencies, { subject, deviceId, now });
  const trustedDeviceId = trusted ? deviceId : null;
  const attempt = await countAttempt(dependencies, { subject, trustedDeviceId, address, now });
  const stored = (await findAccountByPhone(dependencies, phone))?.password?.hash;
  if (!(await passwordMatches(password, stored))) {
    throw new AppError('auth.password_wrong');
  }
  if (!trusted && !code) {
    await attempt.undecided();
    throw new AppError('auth.device_code_required');
  }
  if (!trusted && code) {
    await consumeSmsCode(dependencies, { phone, code, purpose: 'sign-in', now });
  }
  await attempt.passed();
  const opened = await openSession(dependencies, { phone, acceptedTermsVersion, deviceId }, device);
  await refuseReplacedPassword(dependencies, input, opened, stored, now);
  return opened;
}
