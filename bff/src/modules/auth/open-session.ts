import { AppError, type ApplicantSession, TERMS_VERSION } from '@acceptance/shared';
import type { OpenedSession } from '../../http/refresh-cookie';
import { type AccountModel, type AccountRecord, phoneOf, presentAccount, registerAccount } from '../account';
import { applicantSubject } from './applicant-subject';
import { type AttemptDependencies, forgetAttempts } from './password-attempts';
import { type SessionDependencies, startSession } from './sessions';
import { type TrustedDeviceDependencies, trustDevice } from './trusted-devices';

export interface OpenSessionDependencies extends SessionDependencies, AttemptDependencies, TrustedDeviceDependencies {
  readonly accounts: AccountModel;
}

/** What a sign-in answers. */
export type OpenedApplicantSession = ApplicantSession & OpenedSession;

/** Where somebody signs in. */
export interface SignInDevice {
  readonly userAgent: string;
  readonly address: string;
  readonly now: Date;
}

/** @throws AppError auth.terms_outdated */
export function refuseOutdatedTerms(version: string): void {
  if (version !== TERMS_VERSION) {
    throw new AppError('auth.terms_outdated');
  }
}

const DEVICE_TRACE_PURPOSE = 'session.device';

/**
 * A session for an account whose owner is there. The device, when it names itself, is trusted from now on, and wrong
 * passwords of strangers are forgotten.
 */
export async function openSessionOf(
  dependencies: OpenSessionDependencies,
  account: AccountRecord,
  deviceId: string | undefined,
  { userAgent, address, now }: SignInDevice,
): Promise<OpenedApplicantSession> {
  const subject = applicantSubject(phoneOf(dependencies.cipher, account));
  await forgetAttempts(dependencies, subject);
  const deviceKey = deviceId && (await trustDevice(dependencies, { subject, deviceId, now }));
  const tokens = await startSession(dependencies, {
    kind: 'applicant',
    subjectId: account._id.toHexString(),
    userAgent,
    address,
    now,
    ...(deviceKey && { deviceKey }),
    ...(deviceId && { deviceTraces: dependencies.cipher.lookupHashes(deviceId, DEVICE_TRACE_PURPOSE) }),
  });
  return { ...tokens, account: presentAccount(account) };
}

/** A session for a number that has just been proved; the first one registers. */
export async function openSession(
  dependencies: OpenSessionDependencies,
  { phone, acceptedTermsVersion, deviceId }: { phone: string; acceptedTermsVersion: string; deviceId?: string },
  device: SignInDevice,
): Promise<OpenedApplicantSession> {
  const account = await registerAccount(dependencies, { phone, termsVersion: acceptedTermsVersion, now: device.now });
  return openSessionOf(dependencies, account, deviceId, device);
}
