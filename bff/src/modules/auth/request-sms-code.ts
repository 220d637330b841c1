import { AppError, chinaDate, type SmsCodeSent } from '@acceptance/shared';
import { isDuplicateKey } from '../../database/duplicate-key';
import type { FieldCipher } from '../../database/field-cipher';
import { PortError } from '../../ports/port-error';
import type { SmsSender } from '../../ports/sms-sender';
import type { SmsCodeModel, SmsCodeRecord } from './sms-code.model';
import { SMS_CODE_POLICY as POLICY } from './sms-code.policy';

export interface SmsCodeDependencies {
  readonly smsCodes: SmsCodeModel;
  readonly cipher: FieldCipher;
  readonly smsSender: SmsSender;
  /** Uniform whole number in [0, end). */
  readonly randomInt: (end: number) => number;
}

/** What a code is good for. A number has one running code; asked for another purpose, it is simply wrong. */
export type SmsCodePurpose = 'sign-in' | 'reset-password';

export const SMS_PHONE_PURPOSE = 'sms-code.phone';
export const codeHashOf = (cipher: FieldCipher, phone: string, code: string, purpose: SmsCodePurpose): string =>
  cipher.lookupHash(`${phone}|${code}`, `sms-code.${purpose}`);

const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

function refuseTooMany(before: SmsCodeRecord | null, now: Date): void {
  if (!before) {
    return;
  }
  if (before.resendAt > now) {
    const seconds = Math.ceil((before.resendAt.getTime() - now.getTime()) / 1000);
    throw new AppError('auth.code_too_soon', { details: { seconds } });
  }
  if (before.sends.day === chinaDate(now) && before.sends.count >= POLICY.maxSendsADay) {
    throw new AppError('auth.code_daily_limit');
  }
}

/** Puts `next` in the place of `before`; of parallel requests exactly one succeeds. */
async function replace(smsCodes: SmsCodeModel, before: SmsCodeRecord | null, next: SmsCodeRecord): Promise<void> {
  const tooSoon = () => new AppError('auth.code_too_soon', { details: { seconds: POLICY.resendAfterSeconds } });
  try {
    if (!before) {
      await smsCodes.create(next);
      return;
    }
  } catch (error) {
    throw isDuplicateKey(error) ? tooSoon() : error;
  }
  const { _id, ...fields } = next;
  const replaced = await smsCodes.updateOne({ _id, revision: before.revision }, { $set: fields });
  if (replaced.matchedCount === 0) {
    throw tooSoon();
  }
}

/** Undoes a reservation whose message was never sent, so that nothing is burnt: the earlier code works again. */
async function restore(smsCodes: SmsCodeModel, before: SmsCodeRecord | null, failed: SmsCodeRecord): Promise<void> {
  if (!before) {
    await smsCodes.deleteOne({ _id: failed._id, revision: failed.revision });
    return;
  }
  const { _id, revision, ...fields } = before;
  await smsCodes.updateOne({ _id, revision: failed.revision }, { $set: { ...fields, revision: failed.revision + 1 } });
}

function failureOf(error: unknown): unknown {
  if (!(error instanceof PortError)) {
    return error;
  }
  if (error.failure === 'rejected') {
    return new AppError('auth.phone_rejected', { cause: error });
  }
  return new AppError(error.failure === 'rate-limited' ? 'auth.code_daily_limit' : 'auth.sms_unavailable', {
    cause: error,
  });
}

/**
 * Sends a code to a mobile number, by default for signing in; the answer is the same for known and unknown numbers. A new code voids the old.
 * @throws AppError auth.code_too_soon, auth.code_daily_limit, auth.sms_unavailable, auth.phone_rejected
 */
export async function requestSmsCode(
  { smsCodes, cipher, smsSender, randomInt }: SmsCodeDependencies,
  { phone, purpose = 'sign-in', now }: { phone: string; purpose?: SmsCodePurpose; now: Date },
): Promise<SmsCodeSent> {
  const _id = cipher.lookupHash(phone, SMS_PHONE_PURPOSE);
  const before = await smsCodes.findOne({ _id }).lean<SmsCodeRecord>();
  refuseTooMany(before, now);
  const code = String(randomInt(10 ** POLICY.digits)).padStart(POLICY.digits, '0');
  const day = chinaDate(now);
  const next: SmsCodeRecord = {
    _id,
    revision: (before?.revision ?? 0) + 1,
    codeHash: codeHashOf(cipher, phone, code, purpose),
    expiresAt: after(now, POLICY.expiresInSeconds),
    tries: 0,
    resendAt: after(now, POLICY.resendAfterSeconds),
    sends: { day, count: before?.sends.day === day ? before.sends.count + 1 : 1 },
    forgetAt: after(now, 2 * 86_400),
  };
  await replace(smsCodes, before, next);
  try {
    await smsSender.send(phone, { kind: 'sign-in-code', code, minutes: POLICY.expiresInSeconds / 60 });
  } catch (error) {
    await restore(smsCodes, before, next);
    throw failureOf(error);
  }
  return { resendAfterSeconds: POLICY.resendAfterSeconds, expiresInSeconds: POLICY.expiresInSeconds };
}
