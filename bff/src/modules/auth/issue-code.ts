import { AppError, chinaDate, type SmsCodeSent } from '@acceptance/shared';
import { isDuplicateKey } from '../../database/duplicate-key';
import type { FieldCipher } from '../../database/field-cipher';
import type { SmsCodeModel, SmsCodeRecord } from './sms-code.model';
import { SMS_CODE_POLICY as POLICY } from './sms-code.policy';

/** What a code is good for. An address has one running code; asked for another purpose, it is simply wrong. */
export type CodePurpose =
  | 'sign-in'
  | 'reset-password'
  | 'confirm-email'
  /** Proves the new number of a changed one. */
  | 'change-phone'
  /** Proves anew who is signed in, before something grave. */
  | 'prove-self';

export interface CodeDependencies {
  readonly smsCodes: SmsCodeModel;
  readonly cipher: FieldCipher;
  /** Uniform whole number in [0, end). */
  readonly randomInt: (end: number) => number;
}

/** Where a code is sent. */
export interface CodeAddress {
  /** Mobile number or e-mail address. */
  readonly value: string;
  readonly kind: 'phone' | 'email';
}

export const codeKeyOf = (cipher: FieldCipher, { value, kind }: CodeAddress): string =>
  cipher.lookupHash(value, kind === 'phone' ? 'sms-code.phone' : 'email-code.address');
export const codeHashOf = (cipher: FieldCipher, address: CodeAddress, code: string, purpose: CodePurpose): string =>
  cipher.lookupHash(`${address.value}|${code}`, `sms-code.${purpose}`);

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

/**
 * Makes a code for an address and has it sent; a new code voids the old. When `send` throws, nothing has happened.
 * @throws AppError auth.code_too_soon, auth.code_daily_limit, and what `send` throws
 */
export async function issueCode(
  { smsCodes, cipher, randomInt }: CodeDependencies,
  { address, purpose, now }: { address: CodeAddress; purpose: CodePurpose; now: Date },
  send: (message: { readonly code: string; readonly minutes: number }) => Promise<void>,
): Promise<SmsCodeSent> {
  const _id = codeKeyOf(cipher, address);
  const before = await smsCodes.findOne({ _id }).lean<SmsCodeRecord>();
  refuseTooMany(before, now);
  const code = String(randomInt(10 ** POLICY.digits)).padStart(POLICY.digits, '0');
  const day = chinaDate(now);
  const next: SmsCodeRecord = {
    _id,
    revision: (before?.revision ?? 0) + 1,
    codeHash: codeHashOf(cipher, address, code, purpose),
    expiresAt: after(now, POLICY.expiresInSeconds),
    tries: 0,
    resendAt: after(now, POLICY.resendAfterSeconds),
    sends: { day, count: before?.sends.day === day ? before.sends.count + 1 : 1 },
    forgetAt: after(now, 2 * 86_400),
  };
  await replace(smsCodes, before, next);
  try {
    await send({ code, minutes: POLICY.expiresInSeconds / 60 });
  } catch (error) {
    await restore(smsCodes, before, next);
    throw error;
  }
  return { resendAfterSeconds: POLICY.resendAfterSeconds, expiresInSeconds: POLICY.expiresInSeconds };
}
