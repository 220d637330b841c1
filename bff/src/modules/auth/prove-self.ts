import type { SmsCodeSent } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { type AccountModel, findAccount, phoneOf } from '../account';
import { consumeSmsCode } from './consume-code';
import { requestSmsCode, type SmsCodeDependencies } from './request-sms-code';
import type { SmsCodeModel } from './sms-code.model';

export interface ProofDependencies {
  readonly accounts: AccountModel;
  readonly smsCodes: SmsCodeModel;
  readonly cipher: FieldCipher;
}

/** Sends a code to the own number of who is signed in. @throws AppError auth.code_*, auth.sms_unavailable, auth.phone_rejected */
export async function requestProof(
  dependencies: ProofDependencies & SmsCodeDependencies,
  accountId: string,
  now: Date,
): Promise<SmsCodeSent> {
  const account = await findAccount(dependencies.accounts, accountId);
  const phone = phoneOf(dependencies.cipher, account);
  return requestSmsCode(dependencies, { phone, purpose: 'prove-self', isOwner: true, now });
}

/** A screen that was left open is no proof: who signed in holds the phone now, too. @throws AppError auth.code_* */
export async function proveSelf(
  dependencies: ProofDependencies,
  { accountId, code, now }: { accountId: string; code: string; now: Date },
): Promise<void> {
  const account = await findAccount(dependencies.accounts, accountId);
  const phone = phoneOf(dependencies.cipher, account);
  await consumeSmsCode(dependencies, { phone, code, purpose: 'prove-self', now });
}
