import { AppError, type OwnIdentity } from '@acceptance/shared';
import { findAccount, openPerson } from '../account';
import type { IdentityDependencies } from './verify-identity';

/**
 * One's own identity in clear, to be compared with the card; the endpoint counts and records every call.
 * @throws AppError identity.required, auth.session_expired
 */
export async function showOwnIdentity(
  { accounts, cipher }: Pick<IdentityDependencies, 'accounts' | 'cipher'>,
  accountId: string,
): Promise<OwnIdentity> {
  const { identity } = await findAccount(accounts, accountId);
  if (!identity) {
    throw new AppError('identity.required');
  }
  const { name, idNumber, phone } = openPerson(cipher, identity.person, accountId);
  return { name, idNumber, phone };
}
