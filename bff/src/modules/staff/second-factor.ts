import { AppError, type GivenSecondFactor } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import type { CountedAttempt } from '../auth';
import type { FactorCertificates, GivenAnswer } from './factor-certificates';
import { recoveryHashesOf } from './recovery-codes';
import type { StaffModel, StaffRecord } from './staff.model';
import { matchTotp } from './totp';

export interface SecondFactorDependencies {
  readonly staffMembers: StaffModel;
  readonly cipher: FieldCipher;
  readonly factorCertificates: FactorCertificates;
}

type Factors = Pick<StaffRecord, 'secondFactor' | 'factorCertificates'>;

/** Whether a password alone is not enough for a member. */
export const hasSecondFactor = ({ secondFactor, factorCertificates = [] }: Factors): boolean =>
  secondFactor !== undefined || factorCertificates.length > 0;

/** Taking all second factors away, as somebody else does who lets a member begin anew. */
export const takingFactorsAway = (now: Date) => ({
  $unset: { secondFactor: 1, pendingSecret: 1, factorCertificates: 1 } as const,
  $set: { factorsResetAt: now },
});

/** What is to be said to a member who has a second factor and gives none; null: nothing is missing. */
export function missingFactor(staff: Factors, { secondFactor, certificate }: GivenSecondFactor): AppError | null {
  if (!hasSecondFactor(staff) || secondFactor !== undefined || certificate) {
    return null;
  }
  const { secondFactor: authenticator, factorCertificates = [] } = staff;
  const ways = [...(authenticator ? ['code'] : []), ...(factorCertificates.length > 0 ? ['certificate'] : [])];
  return new AppError('auth.second_factor_required', { details: { ways: ways.join('+') } });
}

export const SECRET_PURPOSE = 'staff.totp-secret';

export const sealSecret = (cipher: FieldCipher, secret: Buffer, staffId: string): string =>
  cipher.encryptText(secret.toString('base64'), SECRET_PURPOSE, staffId);
export const openSecret = (cipher: FieldCipher, envelope: string, staffId: string): Buffer =>
  Buffer.from(cipher.decryptText(envelope, SECRET_PURPOSE, staffId), 'base64');

/** Uses up the step of a right code; of parallel calls with the same code one succeeds. */
async function useStep({ staffMembers }: SecondFactorDependencies, staff: StaffRecord, step: number): Promise<boolean> {
  const used = await staffMembers.updateOne(
    { _id: staff._id, 'secondFactor.usedStep': { $lt: step } },
    { $set: { 'secondFactor.usedStep': step } },
  );
  return used.modifiedCount === 1;
}

async function useRecoveryCode(
  { staffMembers, cipher }: SecondFactorDependencies,
  staff: StaffRecord,
  code: string,
): Promise<boolean> {
  const hashes = recoveryHashesOf(cipher, recordIdOf(staff), code);
  const used = await staffMembers.updateOne(
    { _id: staff._id, 'secondFactor.recoveryHashes': { $in: hashes } },
    { $pull: { 'secondFactor.recoveryHashes': { $in: hashes } } },
  );
  return used.modifiedCount === 1;
}

/** @throws AppError auth.second_factor_wrong */
async function useCode(
  dependencies: SecondFactorDependencies,
  staff: StaffRecord,
  code: string,
  now: Date,
): Promise<void> {
  const { secondFactor } = staff;
  if (secondFactor) {
    const secret = openSecret(dependencies.cipher, secondFactor.secret, recordIdOf(staff));
    const step = matchTotp(secret, code, now, secondFactor.usedStep);
    const right =
      step === null ? await useRecoveryCode(dependencies, staff, code) : await useStep(dependencies, staff, step);
    if (right) {
      return;
    }
  }
  throw new AppError('auth.second_factor_wrong');
}

/** @throws AppError auth.certificate_not_bound, and as `FactorCertificates.prove` */
async function useCertificate(
  { staffMembers, factorCertificates }: SecondFactorDependencies,
  { _id }: StaffRecord,
  given: GivenAnswer,
): Promise<void> {
  const { publicKeySha256 } = await factorCertificates.prove(given);
  // Read anew: it may have been taken off while the authority was asked.
  if (!(await staffMembers.exists({ _id, 'factorCertificates.publicKeySha256': publicKeySha256 }))) {
    throw new AppError('auth.certificate_not_bound');
  }
}

/** From where a second factor is given; `sessionId`: by somebody who is signed in. */
export type FactorPlace = Omit<GivenAnswer, 'answer'>;

/**
 * Checks and uses up what somebody gives besides the password: a code of the authenticator, a recovery code, or the answer of
 * a bound certificate. The caller has counted the try before, and asked for what `missingFactor` misses.
 * @throws AppError auth.second_factor_wrong, auth.certificate_*, auth.challenge_invalid, auth.origin_refused
 */
export async function useSecondFactor(
  dependencies: SecondFactorDependencies,
  staff: StaffRecord,
  { secondFactor = '', certificate }: GivenSecondFactor,
  { attempt, ...place }: FactorPlace & { readonly attempt: Pick<CountedAttempt, 'undecided'> },
): Promise<void> {
  if (!certificate) {
    await useCode(dependencies, staff, secondFactor, place.now);
    return;
  }
  await useCertificate(dependencies, staff, { ...place, answer: certificate }).catch(async (error: unknown) => {
    if (error instanceof AppError && error.code === 'auth.certificate_unchecked') {
      // The answer was right; that nobody can say how the certificate stands is no fault of who gave it.
      await attempt.undecided();
    }
    throw error;
  });
}
