import { timingSafeEqual } from 'node:crypto';
import { AppError } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { codeHashOf, SMS_PHONE_PURPOSE, type SmsCodePurpose } from './request-sms-code';
import type { SmsCodeModel, SmsCodeRecord } from './sms-code.model';
import { SMS_CODE_POLICY as POLICY } from './sms-code.policy';

/**
 * Checks a code against its purpose and uses it up. The try is counted atomically BEFORE comparing, so that parallel guesses share the five tries.
 * @throws AppError auth.code_wrong, auth.code_expired, auth.code_too_many_tries
 */
export async function consumeSmsCode(
  { smsCodes, cipher }: { smsCodes: SmsCodeModel; cipher: FieldCipher },
  { phone, code, purpose, now }: { phone: string; code: string; purpose: SmsCodePurpose; now: Date },
): Promise<void> {
  const _id = cipher.lookupHash(phone, SMS_PHONE_PURPOSE);
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
  const given = Buffer.from(codeHashOf(cipher, phone, code, purpose), 'hex');
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
