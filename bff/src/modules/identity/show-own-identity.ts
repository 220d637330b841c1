import type { OwnIdentity } from '@acceptance/shared';
import { requireVerifiedPerson } from '../account';
import { showNamePicture } from '../person';
import type { IdentityDependencies } from './verify-identity';

/**
 * One's own identity in clear, to be compared with the card; the endpoint counts and records every call.
 * @throws AppError identity.required, auth.session_expired
 */
export async function showOwnIdentity(
  dependencies: Pick<IdentityDependencies, 'accounts' | 'cipher' | 'contractMaker'>,
  accountId: string,
): Promise<OwnIdentity> {
  const person = await requireVerifiedPerson(dependencies, accountId);
  const { name, idNumber, phone } = person;
  return { name, idNumber, phone, namePicture: showNamePicture(dependencies.contractMaker, person) };
}
