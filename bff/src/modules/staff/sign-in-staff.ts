import { AppError, type StaffSession } from '@acceptance/shared';
import type { OpenedSession } from '../../http/refresh-cookie';
import {
  type AttemptDependencies,
  type CountedAttempt,
  countAttempt,
  isDeviceTrusted,
  passwordMatches,
  type SessionDependencies,
  startSession,
  type TrustedDeviceDependencies,
  trustDevice,
} from '../auth';
import { type SecondFactorDependencies, useSecondFactor } from './second-factor';
import type { StaffRecord } from './staff.model';
import { presentStaff, type SecondFactorPolicy } from './staff-accounts';

export interface StaffSignInDependencies
  extends SessionDependencies,
    AttemptDependencies,
    TrustedDeviceDependencies,
    SecondFactorDependencies {
  readonly staffPolicy: SecondFactorPolicy;
}

export interface StaffSignIn {
  readonly username: string;
  readonly password: string;
  /** A code of the authenticator or a recovery code, once one is enrolled. */
  readonly secondFactor?: string;
  readonly deviceId?: string;
}

interface Device {
  readonly userAgent: string;
  readonly address: string;
  readonly now: Date;
}

/** Whose passwords and devices are counted and trusted; the name need not exist. */
export const staffSubject = (username: string): string => `staff:${username.toLowerCase()}`;

async function proveSecondFactor(
  dependencies: SecondFactorDependencies,
  staff: StaffRecord,
  code: string | undefined,
  attempt: CountedAttempt,
  now: Date,
): Promise<void> {
  if (!staff.secondFactor) {
    return;
  }
  if (code === undefined) {
    await attempt.undecided();
    throw new AppError('auth.second_factor_required');
  }
  await useSecondFactor(dependencies, staff, code, now);
}

/**
 * Sign-in of staff by password and, once enrolled, a second factor. Unknown names and wrong passwords take the same way
 * and answer alike. A device that has signed in before keeps a count of its own.
 * @throws AppError auth.password_wrong, auth.password_delayed, auth.second_factor_required, auth.second_factor_wrong
 */
export async function signInStaff(
  dependencies: StaffSignInDependencies,
  { username, password, secondFactor, deviceId }: StaffSignIn,
  { userAgent, address, now }: Device,
): Promise<StaffSession & OpenedSession> {
  const subject = staffSubject(username);
  const trusted = deviceId !== undefined && (await isDeviceTrusted(dependencies, { subject, deviceId, now }));
  const trustedDeviceId = trusted ? deviceId : null;
  const attempt = await countAttempt(dependencies, { subject, trustedDeviceId, address, now });
  const staff = await dependencies.staffMembers
    .findOne({ username: username.toLowerCase(), disabledAt: null })
    .lean<StaffRecord>();
  if (!(await passwordMatches(password, staff?.passwordHash)) || !staff) {
    throw new AppError('auth.password_wrong');
  }
  await proveSecondFactor(dependencies, staff, secondFactor, attempt, now);
  await attempt.passed();
  if (deviceId) {
    await trustDevice(dependencies, { subject, deviceId, now });
  }
  const tokens = await startSession(dependencies, {
    kind: 'staff',
    subjectId: staff._id.toHexString(),
    userAgent,
    address,
    now,
  });
  return { ...tokens, staff: presentStaff(staff, dependencies.staffPolicy) };
}
