import { AppError, chinaDate, type SmsCodeSent } from '@acceptance/shared';
import { isDuplicateKey } from '../../database/duplicate-key';
import type { FieldCipher } from '../../database/field-cipher';
import { usedToday } from '../../http/daily-limit';
import type { SmsCodeModel, SmsCodeRecord } from './sms-code.model';
import { SMS_CODE_POLICY as POLICY } from './sms-code.policy';

/** What a code is good for. Each purpose has codes of its own: asking for one voids no other. */
export type CodePurpose =
  | 'sign-in'
  | 'reset-password'
  | 'confirm-email'
  /** Proves the new number of a changed one. */
  | 'change-phone'
  /** Proves anew who is signed in, before something grave. */
  | 'prove-self'
  /** Proves a number that is not the account's own, before the real-name check asks about it. */
  | 'prove-number';

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

/** Whose code it is: address, purpose, and the device that asked, so that strangers count and guess for themselves. */
export interface CodeHolder {
  readonly address: CodeAddress;
  readonly purpose: CodePurpose;
  /** Absent for clients that do not name themselves: they share one. */
  readonly deviceId?: string;
}

/** How a holder's code may be stored, the newest key first. */
export const codeKeysOf = (cipher: FieldCipher, { address, purpose, deviceId = '' }: CodeHolder): string[] =>
  cipher.lookupHashes(
    `${address.value}|${purpose}|${deviceId}`,
    address.kind === 'phone' ? 'sms-code.phone' : 'email-code.address',
  );
/** What of a code is hashed, and for what. */
export const hashedOf = (
  address: CodeAddress,
  code: string,
  purpose: CodePurpose,
): [value: string, purpose: string] => [`${address.value}|${code}`, `sms-code.${purpose}`];

const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

function refuseTooMany(before: SmsCodeRecord | null, now: Date): void {
  if (!before) {
    return;
  }
  if (before.resendAt > now) {
    const seconds = Math.ceil((before.resendAt.getTime() - now.getTime()) / 1000);
    throw new AppError('auth.code_too_soon', { details: { seconds } });
  }
  if (usedToday(before.sends, now) >= POLICY.maxSendsADay) {
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
 * Makes a code for its holder and has it sent; a new one voids the holder's old. When `send` throws, nothing has happened.
 * @throws AppError auth.code_too_soon, auth.code_daily_limit, and what `send` throws
 */
export async function issueCode(
  { smsCodes, cipher, randomInt }: CodeDependencies,
  { now, ...holder }: CodeHolder & { readonly now: Date },
  send: (message: { readonly code: string; readonly minutes: number }) => Promise<void>,
): Promise<SmsCodeSent> {
  const { address, purpose } = holder;
  const keys = codeKeysOf(cipher, holder);
  const before = await smsCodes.findOne({ _id: { $in: keys } }).lean<SmsCodeRecord>();
  refuseTooMany(before, now);
  const code = String(randomInt(10 ** POLICY.digits)).padStart(POLICY.digits, '0');
  const next: SmsCodeRecord = {
    _id: before?._id ?? keys[0] ?? '',
    revision: (before?.revision ?? 0) + 1,
    codeHash: cipher.lookupHash(...hashedOf(address, code, purpose)),
    expiresAt: after(now, POLICY.expiresInSeconds),
    tries: 0,
    resendAt: after(now, POLICY.resendAfterSeconds),
    sends: { day: chinaDate(now), count: before ? usedToday(before.sends, now) + 1 : 1 },
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
