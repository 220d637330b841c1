import { AppError } from '@acceptance/shared';
import { type CodeDependencies, type CodeHolder, type CodePurpose, codeKeysOf, hashedOf } from './issue-code';
import type { SmsCodeModel, SmsCodeRecord } from './sms-code.model';
import { SMS_CODE_POLICY as POLICY } from './sms-code.policy';

type ConsumingDependencies = Pick<CodeDependencies, 'smsCodes' | 'cipher'>;

/** Counts a try against a holder's running code; null when there is none. */
const countTry = (smsCodes: SmsCodeModel, keys: string[], now: Date): Promise<SmsCodeRecord | null> =>
  smsCodes
    .findOneAndUpdate(
      { _id: { $in: keys }, codeHash: { $ne: null }, expiresAt: { $gt: now } },
      { $inc: { tries: 1 } },
      { returnDocument: 'after' },
    )
    .lean<SmsCodeRecord>();

/**
 * Checks a code against its purpose and uses it up. The try is counted atomically BEFORE comparing, so that parallel guesses share the five tries.
 * A device that names itself also gets at a code that was asked for without a name, by an older client.
 * @throws AppError auth.code_wrong, auth.code_expired, auth.code_too_many_tries
 */
export async function consumeCode(
  { smsCodes, cipher }: ConsumingDependencies,
  { code, now, ...holder }: CodeHolder & { code: string; now: Date },
): Promise<void> {
  const { address, purpose, deviceId } = holder;
  const counted =
    (await countTry(smsCodes, codeKeysOf(cipher, holder), now)) ??
    (deviceId ? await countTry(smsCodes, codeKeysOf(cipher, { address, purpose }), now) : null);
  if (!counted?.codeHash) {
    throw new AppError('auth.code_expired');
  }
  if (counted.tries > POLICY.maxTries) {
    throw new AppError('auth.code_too_many_tries');
  }
  if (!cipher.matchesHash(counted.codeHash, ...hashedOf(address, code, purpose))) {
    throw counted.tries === POLICY.maxTries
      ? new AppError('auth.code_too_many_tries')
      : new AppError('auth.code_wrong', { details: { remaining: POLICY.maxTries - counted.tries } });
  }
  const used = await smsCodes.updateOne({ _id: counted._id, codeHash: counted.codeHash }, { $set: { codeHash: null } });
  if (used.modifiedCount === 0) {
    throw new AppError('auth.code_expired');
  }
}

/** `consumeCode` for one that was sent to a mobile number. */
export const consumeSmsCode = (
  dependencies: ConsumingDependencies,
  { phone, ...rest }: { phone: string; code: string; purpose: CodePurpose; deviceId?: string; now: Date },
): Promise<void> => consumeCode(dependencies, { address: { kind: 'phone', value: phone }, ...rest });
