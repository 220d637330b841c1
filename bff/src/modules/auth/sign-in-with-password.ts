import { AppError, looksLikeEmail, maskPhone, type SmsCodeSent } from '@acceptance/shared';
import { type AccountRecord, findAccountByEmail, findAccountByPhone, phoneOf } from '../account';
import { readClaims } from './access-token';
import { openByPassword } from './account-password';
import { applicantSubject } from './applicant-subject';
import { consumeSmsCode } from './consume-code';
import { isRetiredPassword } from './legacy-password';
import { type OpenedApplicantSession, openSession, refuseOutdatedTerms, type SignInDevice } from './open-session';
import { type CountedAttempt, compareCounted, countAttempt } from './password-attempts';
import { requestSmsCode, type SmsCodeDependencies } from './request-sms-code';
import { endSession } from './sessions';
import type { SignInDependencies } from './sign-in';
import { deviceKeysOf, distrustKeys, isDeviceTrusted } from './trusted-devices';

export interface PasswordProof {
  /** Mobile number, or a confirmed e-mail address. */
  readonly account: string;
  readonly password: string;
  readonly deviceId: string;
}

export interface PasswordSignIn extends PasswordProof {
  readonly code?: string;
  readonly acceptedTermsVersion: string;
}

interface ProvedPassword {
  readonly phone: string;
  readonly passwordHash: string;
  readonly trusted: boolean;
  readonly attempt: CountedAttempt;
}

/**
 * Checks a password. Unknown accounts, accounts without a password and wrong passwords take the same way and answer
 * alike; number and e-mail address of one account share its tries.
 * @throws AppError auth.password_wrong, auth.password_delayed, auth.password_retired
 */
async function provePassword(
  dependencies: SignInDependencies,
  { account: name, password, deviceId }: PasswordProof,
  { address, now }: Pick<SignInDevice, 'address' | 'now'>,
): Promise<ProvedPassword> {
  if (isRetiredPassword(password)) {
    // The same whoever is asked for: it tells nothing about the account.
    throw new AppError('auth.password_retired');
  }
  const find = looksLikeEmail(name) ? findAccountByEmail : findAccountByPhone;
  const account: AccountRecord | null = await find(dependencies, name);
  const phone = account ? phoneOf(dependencies.cipher, account) : name;
  const subject = applicantSubject(phone);
  const trusted = await isDeviceTrusted(dependencies, { subject, deviceId, now });
  const trustedDeviceId = trusted ? deviceId : null;
  const attempt = await countAttempt(dependencies, { subject, trustedDeviceId, address, now });
  const passwordHash = await compareCounted(attempt, () => openByPassword(dependencies, account, password, now));
  if (passwordHash === null) {
    throw new AppError('auth.password_wrong');
  }
  return { phone, passwordHash, trusted, attempt };
}

/**
 * Sends a code to the number of an account whose password was given rightly, for a device that is not trusted yet.
 * @throws AppError auth.password_wrong, auth.password_delayed, auth.password_retired and those of `requestSmsCode`
 */
export async function requestDeviceCode(
  dependencies: SignInDependencies & SmsCodeDependencies,
  proof: PasswordProof,
  device: SignInDevice,
): Promise<SmsCodeSent & { phoneMasked: string }> {
  const { phone, attempt } = await provePassword(dependencies, proof, device);
  await attempt.undecided();
  const { deviceId } = proof;
  const sent = await requestSmsCode(dependencies, { phone, deviceId, isOwner: true, now: device.now });
  return { ...sent, phoneMasked: maskPhone(phone) };
}

/** A password that was replaced while it was being compared has opened nothing. */
async function refuseReplacedPassword(
  { accounts, sessions, trustedDevices, cipher, accessTokenKey }: SignInDependencies,
  { phone, passwordHash }: ProvedPassword,
  deviceId: string,
  opened: OpenedApplicantSession,
  now: Date,
): Promise<void> {
  if (await accounts.exists({ _id: opened.account.id, 'password.hash': passwordHash })) {
    return;
  }
  await endSession(sessions, readClaims([accessTokenKey], opened.accessToken, now).sessionId, now);
  await distrustKeys(trustedDevices, deviceKeysOf(cipher, applicantSubject(phone), deviceId));
  throw new AppError('auth.password_wrong');
}

/**
 * Sign-in by number or e-mail address and password; a device that has never proved the number needs a sign-in code too.
 * @throws AppError auth.password_wrong, auth.password_retired, auth.password_delayed, auth.device_code_required,
 * auth.code_*, auth.terms_outdated
 */
export async function signInWithPassword(
  dependencies: SignInDependencies,
  input: PasswordSignIn,
  device: SignInDevice,
): Promise<OpenedApplicantSession> {
  const { deviceId, code, acceptedTermsVersion } = input;
  const { now } = device;
  refuseOutdatedTerms(acceptedTermsVersion);
  const proved = await provePassword(dependencies, input, device);
  const { phone, trusted, attempt } = proved;
  if (!trusted && !code) {
    await attempt.undecided();
    throw new AppError('auth.device_code_required');
  }
  if (!trusted && code) {
    await consumeSmsCode(dependencies, { phone, code, purpose: 'sign-in', deviceId, now });
  }
  await attempt.passed();
  const opened = await openSession(dependencies, { phone, acceptedTermsVersion, deviceId }, device);
  await refuseReplacedPassword(dependencies, proved, deviceId, opened, now);
  return opened;
}
