import { AppError, type AuthenticatorKey, type SecondFactorState, type StepUp } from '@acceptance/shared';
import type { AttemptDependencies } from '../auth';
import { encodeBase32 } from './base32';
import { presentFactorCertificates } from './bound-certificates';
import { makeRecoveryCodes, recoveryHashesOf } from './recovery-codes';
import { openSecret, type SecondFactorDependencies, sealSecret } from './second-factor';
import { findStaff } from './staff-accounts';
import type { StaffCaller } from './staff-caller';
import { countOwnAttempt, stepUp } from './step-up';
import { matchTotp, otpauthUrl } from './totp';

export interface OwnSecondFactorDependencies extends SecondFactorDependencies, AttemptDependencies {
  readonly randomBytes: (size: number) => Buffer;
  readonly publicSettings: { readonly authorityName: string };
}

/** 160 bits, as RFC 4226 (section 4, R6) recommends. */
const SECRET_BYTES = 20;

export async function readSecondFactor(
  dependencies: SecondFactorDependencies,
  staffId: string,
): Promise<SecondFactorState> {
  const { secondFactor, factorCertificates = [] } = await findStaff(dependencies.staffMembers, staffId);
  return {
    enrolled: secondFactor !== undefined,
    recoveryCodesLeft: secondFactor?.recoveryHashes.length ?? 0,
    certificates: await presentFactorCertificates(dependencies, factorCertificates),
  };
}

/**
 * Begins to enrol an authenticator: a new secret that counts for nothing before its first code has come. Who takes over a
 * signed-in screen must not: the password is asked for again, and the certificate of who has bound one.
 * @throws AppError auth.second_factor_exists, and as `stepUp`
 */
export async function beginSecondFactor(
  dependencies: OwnSecondFactorDependencies,
  caller: StaffCaller,
  proof: StepUp,
): Promise<AuthenticatorKey> {
  const { staffMembers, cipher, randomBytes, publicSettings } = dependencies;
  const staff = await findStaff(staffMembers, caller.staffId);
  if (staff.secondFactor) {
    throw new AppError('auth.second_factor_exists');
  }
  await stepUp(dependencies, caller, proof);
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
 * Gives the authenticator up, against the password and one more code or a certificate.
 * @throws AppError auth.second_factor_not_begun, and as `stepUp`
 */
export async function removeSecondFactor(
  dependencies: OwnSecondFactorDependencies,
  caller: StaffCaller,
  proof: StepUp,
): Promise<void> {
  const { staffMembers } = dependencies;
  const staff = await findStaff(staffMembers, caller.staffId);
  if (!staff.secondFactor) {
    throw new AppError('auth.second_factor_not_begun');
  }
  await stepUp(dependencies, caller, proof);
  await staffMembers.updateOne({ _id: staff._id }, { $unset: { secondFactor: 1, pendingSecret: 1 } });
}
