import type { OwnIdentity } from '@acceptance/shared';
import { requireVerifiedPerson } from '../account';
import type { IdentityDependencies } from './verify-identity';

/**
 * One's own identity in clear, to be compared with the card; the endpoint counts and records every call.
 * @throws AppError identity.required, auth.session_expired
 */
export async function showOwnIdentity(
  dependencies: Pick<IdentityDependencies, 'accounts' | 'cipher'>,
  accountId: string,
): Promise<OwnIdentity> {
  const { name, idNumber, phone } = await requireVerifiedPerson(dependencies, accountId);
  return { name, idNumber, phone };
}
