import { AppError, type AuthenticatorKey, type SecondFactorState } from '@acceptance/shared';
import { type AttemptDependencies, compareCounted, countAttempt, passwordMatches } from '../auth';
import { encodeBase32 } from './base32';
import { makeRecoveryCodes, recoveryHashesOf } from './recovery-codes';
import { openSecret, type SecondFactorDependencies, sealSecret, useSecondFactor } from './second-factor';
import type { StaffRecord } from './staff.model';
import { findStaff } from './staff-accounts';
import { matchTotp, otpauthUrl } from './totp';

export interface OwnSecondFactorDependencies extends SecondFactorDependencies, AttemptDependencies {
  readonly randomBytes: (size: number) => Buffer;
  readonly publicSettings: { readonly authorityName: string };
}

/** The member of staff who asks. */
export interface StaffCaller {
  readonly staffId: string;
  readonly address: string;
  readonly now: Date;
}

/** 160 bits, as RFC 4226 (section 4, R6) recommends. */
const SECRET_BYTES = 20;

export async function readSecondFactor(
  { staffMembers }: SecondFactorDependencies,
  staffId: string,
): Promise<SecondFactorState> {
  const { secondFactor } = await findStaff(staffMembers, staffId);
  return {
    enrolled: secondFactor !== undefined,
    recoveryCodesLeft: secondFactor?.recoveryHashes.length ?? 0,
  };
}

/** What is guessed at. They are counted apart, so that a right password does not forgive wrong codes. */
type Guessed = 'password' | 'code';

/** Counts a try of somebody who is signed in. @throws AppError auth.password_delayed */
export const countOwnAttempt = (
  dependencies: AttemptDependencies,
  { staffId, address, now }: StaffCaller,
  what: Guessed,
) => countAttempt(dependencies, { subject: `staff-own-${what}:${staffId}`, trustedDeviceId: null, address, now });

/**
 * Who takes over a signed-in screen must not enrol or remove an authenticator: the password is asked for again.
 * @throws AppError auth.password_wrong, auth.password_delayed
 */
export async function provePassword(
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
 * Begins to enrol an authenticator: a new secret that counts for nothing before its first code has come.
 * @throws AppError auth.second_factor_exists, auth.password_wrong, auth.password_delayed
 */
export async function beginSecondFactor(
  dependencies: OwnSecondFactorDependencies,
  caller: StaffCaller,
  password: string,
): Promise<AuthenticatorKey> {
  const { staffMembers, cipher, randomBytes, publicSettings } = dependencies;
  const staff = await findStaff(staffMembers, caller.staffId);
  if (staff.secondFactor) {
    throw new AppError('auth.second_factor_exists');
  }
  await provePassword(dependencies, caller, staff, password);
  const bytes = randomBytes(SECRET_BYTES);
  const begun = await staffMembers.updateOne(
    { _id: staff._id, secondFactor: { $exists: false } },
    { $set: { pendingSecret: sealSecret(cipher, bytes, caller.staffId) } },
  );
  if (begun.matchedCount === 0) {
    throw new AppError('auth.second_factor_exists');
  }
  const secret = encodeBase32(bytes);
  return { secret, otpauthUrl: otpauthUrl({ issuer: publicSettings.authorityName, account: staff.username, secret }) };
}

/**
 * Enrols the authenticator that shows the right first code; from now on sign-in asks for one.
 * @returns recovery codes, in clear for the only time
 * @throws AppError auth.second_factor_not_begun, auth.second_factor_exists, auth.second_factor_wrong, auth.password_delayed
 */
export async function confirmSecondFactor(
  dependencies: OwnSecondFactorDependencies,
  caller: StaffCaller,
  code: string,
): Promise<{ recoveryCodes: string[] }> {
  const { staffMembers, cipher, randomBytes } = dependencies;
  const { staffId, now } = caller;
  const { _id, secondFactor, pendingSecret } = await findStaff(staffMembers, staffId);
  if (secondFactor || !pendingSecret) {
    throw new AppError(secondFactor ? 'auth.second_factor_exists' : 'auth.second_factor_not_begun');
  }
  const attempt = await countOwnAttempt(dependencies, caller, 'code');
  const usedStep = matchTotp(openSecret(cipher, pendingSecret, staffId), code, now, 0);
  if (usedStep === null) {
    throw new AppError('auth.second_factor_wrong');
  }
  const recoveryCodes = makeRecoveryCodes(randomBytes);
  const recoveryHashes = recoveryCodes.map((recoveryCode) => recoveryHashesOf(cipher, staffId, recoveryCode)[0]);
  const enrolled = await staffMembers.updateOne(
    { _id, pendingSecret, secondFactor: { $exists: false } },
    {
      $set: { secondFactor: { secret: pendingSecret, usedStep, recoveryHashes, enrolledAt: now } },
      $unset: { pendingSecret: 1 },
    },
  );
  if (enrolled.modifiedCount === 0) {
    throw new AppError('auth.second_factor_exists');
  }
  await attempt.passed();
  return { recoveryCodes };
}

/**
 * Gives the authenticator up, against the password and one more code.
 * @throws AppError auth.second_factor_not_begun, auth.second_factor_wrong, auth.password_wrong, auth.password_delayed
 */
export async function removeSecondFactor(
  dependencies: OwnSecondFactorDependencies,
  caller: StaffCaller,
  { password, code }: { password: string; code: string },
): Promise<void> {
  const { staffMembers } = dependencies;
  const staff = await findStaff(staffMembers, caller.staffId);
  if (!staff.secondFactor) {
    throw new AppError('auth.second_factor_not_begun');
  }
  await provePassword(dependencies, caller, staff, password);
  const attempt = await countOwnAttempt(dependencies, caller, 'code');
  await useSecondFactor(dependencies, staff, code, caller.now);
  await attempt.passed();
  await staffMembers.updateOne({ _id: staff._id }, { $unset: { secondFactor: 1, pendingSecret: 1 } });
}
