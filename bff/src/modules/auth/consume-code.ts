import { timingSafeEqual } from 'node:crypto';
import { AppError } from '@acceptance/shared';
import { type CodeAddress, type CodeDependencies, type CodePurpose, codeHashOf, codeKeyOf } from './issue-code';
import type { SmsCodeRecord } from './sms-code.model';
import { SMS_CODE_POLICY as POLICY } from './sms-code.policy';

type ConsumingDependencies = Pick<CodeDependencies, 'smsCodes' | 'cipher'>;

/**
 * Checks a code against its purpose and uses it up. The try is counted atomically BEFORE comparing, so that parallel guesses share the five tries.
 * @throws AppError auth.code_wrong, auth.code_expired, auth.code_too_many_tries
 */
export async function consumeCode(
  { smsCodes, cipher }: ConsumingDependencies,
  { address, code, purpose, now }: { address: CodeAddress; code: string; purpose: CodePurpose; now: Date },
): Promise<void> {
  const _id = codeKeyOf(cipher, address);
  const counted = await smsCodes
    .findOneAndUpdate(
      { _id, codeHash: { $ne: null }, expiresAt: { $gt: now } },
      { $inc: { tries: 1 } },
      { returnDocument: 'after' },
    )
    .lean<SmsCodeRecord>();
  if (!counted?.codeHash) {
    throw new AppError('auth.code_expired');
  }
  if (counted.tries > POLICY.maxTries) {
    throw new AppError('auth.code_too_many_tries');
  }
  const given = Buffer.from(codeHashOf(cipher, address, code, purpose), 'hex');
  if (!timingSafeEqual(given, Buffer.from(counted.codeHash, 'hex'))) {
    throw counted.tries === POLICY.maxTries
      ? new AppError('auth.code_too_many_tries')
      : new AppError('auth.code_wrong', { details: { remaining: POLICY.maxTries - counted.tries } });
  }
  const used = await smsCodes.updateOne({ _id, codeHash: counted.codeHash }, { $set: { codeHash: null } });
  if (used.modifiedCount === 0) {
    throw new AppError('auth.code_expired');
  }
}

/** `consumeCode` for one that was sent to a mobile number. */
export const consumeSmsCode = (
  dependencies: ConsumingDependencies,
  { phone, ...rest }: { phone: string; code: string; purpose: CodePurpose; now: Date },
): Promise<void> => consumeCode(dependencies, { address: { kind: 'phone', value: phone }, ...rest });
