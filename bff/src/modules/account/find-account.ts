import { AppError } from '@acceptance/shared';
import type { AccountModel, AccountRecord } from './account.model';

/** The signed-in applicant's account. @throws AppError auth.session_expired when it is gone. */
export async function findAccount(accounts: AccountModel, id: string): Promise<AccountRecord> {
  const account = await accounts.findOne({ _id: id }).lean<AccountRecord>();
  if (!account) {
    throw new AppError('auth.session_expired');
  }
  return account;
}
