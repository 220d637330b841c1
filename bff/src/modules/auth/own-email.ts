import { AppError, maskEmail, type SmsCodeSent } from '@acceptance/shared';
import { isDuplicateKey } from '../../database/duplicate-key';
import type { MailSender } from '../../ports/mail-sender';
import { PortError } from '../../ports/port-error';
import { type AccountModel, EMAIL_PURPOSE, emailHashesOf, findAccountByEmail } from '../account';
import { consumeCode } from './consume-code';
import { type CodeDependencies, issueCode } from './issue-code';

export interface OwnEmailDependencies extends CodeDependencies {
  readonly accounts: AccountModel;
  readonly mailSender: MailSender;
}

function failureOf(error: unknown): unknown {
  if (!(error instanceof PortError)) {
    return error;
  }
  return new AppError(error.failure === 'rejected' ? 'auth.email_rejected' : 'auth.mail_unavailable', { cause: error });
}

/** Codes of one account do not open another, whose owner may read the same mailbox. */
const addressOf = (accountId: string, email: string) => ({ kind: 'email' as const, value: `${accountId}|${email}` });

/**
 * Sends a code to an e-mail address; the answer is the same whether another account has it.
 * @throws AppError auth.code_too_soon, auth.code_daily_limit, auth.mail_unavailable, auth.email_rejected
 */
export function requestEmailCode(
  dependencies: OwnEmailDependencies,
  { accountId, email, now }: { accountId: string; email: string; now: Date },
): Promise<SmsCodeSent> {
  const address = addressOf(accountId, email);
  return issueCode(dependencies, { address, purpose: 'confirm-email', now }, async (message) => {
    await dependencies.mailSender.send(email, { kind: 'email-code', ...message }).catch((error: unknown) => {
      throw failureOf(error);
    });
  });
}

/**
 * Gives an account the address whose code it knows; the earlier address goes.
 * @throws AppError auth.code_*, auth.email_taken
 */
export async function confirmEmail(
  dependencies: OwnEmailDependencies,
  { accountId, email, code, now }: { accountId: string; email: string; code: string; now: Date },
): Promise<void> {
  const { accounts, cipher } = dependencies;
  await consumeCode(dependencies, { address: addressOf(accountId, email), code, purpose: 'confirm-email', now });
  const stored = {
    address: cipher.encryptText(email, EMAIL_PURPOSE, accountId),
    masked: maskEmail(email),
    confirmedAt: now,
  };
  const holder = await findAccountByEmail(dependencies, email);
  if (holder && holder._id.toHexString() !== accountId) {
    throw new AppError('auth.email_taken');
  }
  try {
    await accounts.updateOne({ _id: accountId }, { $set: { email: stored, ...emailHashesOf(cipher, email) } });
  } catch (error) {
    throw isDuplicateKey(error) ? new AppError('auth.email_taken') : error;
  }
}

/** Takes the address away; repeating it changes nothing. */
export async function removeEmail(
  { accounts }: Pick<OwnEmailDependencies, 'accounts'>,
  accountId: string,
): Promise<void> {
  await accounts.updateOne({ _id: accountId }, { $unset: { email: 1, emailHash: 1, emailHashes: 1 } });
}
