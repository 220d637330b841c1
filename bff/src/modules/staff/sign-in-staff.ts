import { AppError, type GivenSecondFactor, type StaffSession } from '@acceptance/shared';
import type { OpenedSession } from '../../http/refresh-cookie';
import {
  type AttemptDependencies,
  type CountedAttempt,
  compareCounted,
  countAttempt,
  isDeviceTrusted,
  passwordMatches,
  type SessionDependencies,
  startSession,
  type TrustedDeviceDependencies,
  trustDevice,
} from '../auth';
import {
  type FactorPlace,
  hasSecondFactor,
  missingFactor,
  type SecondFactorDependencies,
  useSecondFactor,
} from './second-factor';
import type { StaffRecord } from './staff.model';
import { presentStaff, type SecondFactorPolicy } from './staff-accounts';

export interface StaffSignInDependencies
  extends SessionDependencies,
    AttemptDependencies,
    TrustedDeviceDependencies,
    SecondFactorDependencies {
  readonly staffPolicy: SecondFactorPolicy;
}

export interface StaffSignIn extends GivenSecondFactor {
  readonly username: string;
  readonly password: string;
  readonly deviceId?: string;
}

interface Device {
  readonly userAgent: string;
  readonly address: string;
  /** The page that calls; null: none is said. */
  readonly origin: string | null;
  readonly now: Date;
}

/** Whose passwords and devices are counted and trusted; the name need not exist. */
export const staffSubject = (username: string): string => `staff:${username.toLowerCase()}`;

async function proveSecondFactor(
  dependencies: SecondFactorDependencies,
  staff: StaffRecord,
  given: GivenSecondFactor,
  place: FactorPlace & { readonly attempt: CountedAttempt },
): Promise<void> {
  const missing = missingFactor(staff, given);
  if (missing) {
    await place.attempt.undecided();
    throw missing;
  }
  if (hasSecondFactor(staff)) {
    await useSecondFactor(dependencies, staff, given, place);
  }
}

/**
 * Sign-in of staff by password and, once enrolled, a second factor. Unknown names and wrong passwords take the same way
 * and answer alike. A device that has signed in before keeps a count of its own.
 * @throws AppError auth.password_wrong, auth.password_delayed, auth.second_factor_required, and as `useSecondFactor`
 */
export async function signInStaff(
  dependencies: StaffSignInDependencies,
  { username, password, deviceId, ...given }: StaffSignIn,
  { userAgent, address, origin, now }: Device,
): Promise<StaffSession & OpenedSession> {
  const subject = staffSubject(username);
  const trusted = deviceId !== undefined && (await isDeviceTrusted(dependencies, { subject, deviceId, now }));
  const trustedDeviceId = trusted ? deviceId : null;
  const attempt = await countAttempt(dependencies, { subject, trustedDeviceId, address, now });
  const staff = await dependencies.staffMembers
    .findOne({ username: username.toLowerCase(), disabledAt: null })
    .lean<StaffRecord>();
  if (!(await compareCounted(attempt, () => passwordMatches(password, staff?.passwordHash))) || !staff) {
    throw new AppError('auth.password_wrong');
  }
  await proveSecondFactor(dependencies, staff, given, { attempt, origin, now });
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
