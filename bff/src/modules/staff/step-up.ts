import { AppError, type StepUp } from '@acceptance/shared';
import { type AttemptDependencies, compareCounted, countAttempt, passwordMatches } from '../auth';
import { hasSecondFactor, missingFactor, type SecondFactorDependencies, useSecondFactor } from './second-factor';
import type { StaffRecord } from './staff.model';
import { findStaff } from './staff-accounts';
import type { StaffCaller } from './staff-caller';

export type StepUpDependencies = SecondFactorDependencies & AttemptDependencies;

/** What is guessed at. They are counted apart, so that a right password does not forgive wrong codes. */
type Guessed = 'password' | 'code';

/** Counts a try of somebody who is signed in. @throws AppError auth.password_delayed */
export const countOwnAttempt = (
  dependencies: AttemptDependencies,
  { staffId, address, now }: StaffCaller,
  what: Guessed,
) => countAttempt(dependencies, { subject: `staff-own-${what}:${staffId}`, trustedDeviceId: null, address, now });

/** @throws AppError auth.password_wrong, auth.password_delayed */
async function provePassword(
  dependencies: AttemptDependencies,
  caller: StaffCaller,
  staff: StaffRecord,
  password: string,
): Promise<void> {
  const attempt = await countOwnAttempt(dependencies, caller, 'password');
  if (!(await compareCounted(attempt, () => passwordMatches(password, staff.passwordHash)))) {
    throw new AppError('auth.password_wrong');
  }
  await attempt.passed();
}

/**
 * Has somebody who is signed in prove again, now, that it is them: by the password and, once they have a second factor, by a
 * code that has not been used or by a certificate. Where a second factor is required nobody comes here without one.
 * @throws AppError auth.password_wrong, auth.password_delayed, auth.second_factor_required, and as `useSecondFactor`
 */
export async function stepUp(
  dependencies: StepUpDependencies,
  caller: StaffCaller,
  { password, ...given }: StepUp,
): Promise<void> {
  const staff = await findStaff(dependencies.staffMembers, caller.staffId);
  await provePassword(dependencies, caller, staff, password);
  const missing = missingFactor(staff, given);
  if (missing) {
    throw missing;
  }
  if (hasSecondFactor(staff)) {
    const { sessionId, origin, now } = caller;
    const attempt = await countOwnAttempt(dependencies, caller, 'code');
    await useSecondFactor(dependencies, staff, given, { attempt, sessionId, origin, now });
    await attempt.passed();
  }
}
