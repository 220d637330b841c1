import type { OwnIdentity } from '@acceptance/shared';
import { type AccountRecord, requirePersonOf } from '../account';
import { showNamePicture } from '../person';
import type { IdentityDependencies } from './verify-identity';

/** One's own identity in clear, to be compared with the card; the endpoint counts and records every call. @throws AppError identity.required */
export function showOwnIdentity(
  { cipher, contractMaker }: Pick<IdentityDependencies, 'cipher' | 'contractMaker'>,
  account: AccountRecord,
): OwnIdentity {
  const person = requirePersonOf(cipher, account);
  const { name, idNumber, phone } = person;
  return { name, idNumber, phone, namePicture: showNamePicture(contractMaker, person) };
}
