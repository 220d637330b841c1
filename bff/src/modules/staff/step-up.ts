import { AppError, type StepUp } from '@acceptance/shared';
import type { AttemptDependencies } from '../auth';
import { countOwnAttempt, provePassword, type StaffCaller } from './own-second-factor';
import { type SecondFactorDependencies, useSecondFactor } from './second-factor';
import { findStaff } from './staff-accounts';

export type StepUpDependencies = SecondFactorDependencies & AttemptDependencies;

/**
 * Has somebody who is signed in prove again, now, that it is them: by the password and, once an authenticator is enrolled,
 * by a code that has not been used. Where a second factor is required nobody comes here without one.
 * @throws AppError auth.password_wrong, auth.password_delayed, auth.second_factor_required, auth.second_factor_wrong
 */
export async function stepUp(
  dependencies: StepUpDependencies,
  caller: StaffCaller,
  { password, secondFactor }: StepUp,
): Promise<void> {
  const staff = await findStaff(dependencies.staffMembers, caller.staffId);
  await provePassword(dependencies, caller, staff, password);
  if (!staff.secondFactor) {
    return;
  }
  if (secondFactor === undefined) {
    throw new AppError('auth.second_factor_required');
  }
  const attempt = await countOwnAttempt(dependencies, caller, 'code');
  await useSecondFactor(dependencies, staff, secondFactor, caller.now);
  await attempt.passed();
}
