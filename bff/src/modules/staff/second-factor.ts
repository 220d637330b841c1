import { AppError } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recoveryHashOf } from './recovery-codes';
import type { StaffModel, StaffRecord } from './staff.model';
import { matchTotp } from './totp';

export interface SecondFactorDependencies {
  readonly staffMembers: StaffModel;
  readonly cipher: FieldCipher;
}

const SECRET_PURPOSE = 'staff.totp-secret';

export const sealSecret = (cipher: FieldCipher, secret: Buffer): string =>
  cipher.encryptText(secret.toString('base64'), SECRET_PURPOSE);
export const openSecret = (cipher: FieldCipher, envelope: string): Buffer =>
  Buffer.from(cipher.decryptText(envelope, SECRET_PURPOSE), 'base64');

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
  const hash = recoveryHashOf(cipher, staff._id.toHexString(), code);
  const used = await staffMembers.updateOne(
    { _id: staff._id, 'secondFactor.recoveryHashes': hash },
    { $pull: { 'secondFactor.recoveryHashes': hash } },
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
    const step = matchTotp(openSecret(dependencies.cipher, secondFactor.secret), code, now, secondFactor.usedStep);
    const right =
      step === null ? await useRecoveryCode(dependencies, staff, code) : await useStep(dependencies, staff, step);
    if (right) {
      return;
    }
  }
  throw new AppError('auth.second_factor_wrong');
}
