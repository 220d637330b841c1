import { AppError } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { recoveryHashesOf } from './recovery-codes';
import type { StaffModel, StaffRecord } from './staff.model';
import { matchTotp } from './totp';

export interface SecondFactorDependencies {
  readonly staffMembers: StaffModel;
  readonly cipher: FieldCipher;
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

/**
 * Checks and uses up a code of the authenticator or a recovery code. The caller has counted the try before.
 * @throws AppError auth.second_factor_wrong
 */
export async function useSecondFactor(
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
