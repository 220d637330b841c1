import { AppError, type StaffSession } from '@acceptance/shared';
import { type SessionDependencies, startSession } from '../auth';
import { hashPassword, verifyPassword } from './password-hash';
import type { StaffModel, StaffRecord } from './staff.model';
import { presentStaff } from './staff-accounts';

export interface StaffSignInDependencies extends SessionDependencies {
  readonly staffMembers: StaffModel;
}

/** Compared when there is no such account, so that the answer takes as long. */
const nobodysHash = hashPassword('nobody has this password');

/** Password sign-in of staff; unknown names and wrong passwords answer alike. @throws AppError auth.password_wrong */
export async function signInStaff(
  dependencies: StaffSignInDependencies,
  input: { username: string; password: string },
  device: { userAgent: string; now: Date },
): Promise<StaffSession> {
  const staff = await dependencies.staffMembers
    .findOne({ username: input.username.toLowerCase(), disabledAt: null })
    .lean<StaffRecord>();
  const matches = await verifyPassword(input.password, staff?.passwordHash ?? (await nobodysHash));
  if (!staff || !matches) {
    throw new AppError('auth.password_wrong');
  }
  const subjectId = staff._id.toHexString();
  const tokens = await startSession(dependencies, { kind: 'staff', subjectId, ...device });
  return { ...tokens, staff: presentStaff(staff) };
}
