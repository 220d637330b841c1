import type { ContactView } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { openPerson } from '../person';
import { type AccountModel, EMAIL_PURPOSE } from './account.model';
import { findAccount, phoneOf } from './find-account';

/** What is known of somebody for their own form, in clear; the endpoint counts and records every call. @throws AppError auth.session_expired */
export async function readContact(
  { accounts, cipher }: { readonly accounts: AccountModel; readonly cipher: FieldCipher },
  accountId: string,
): Promise<ContactView> {
  const account = await findAccount(accounts, accountId);
  const id = recordIdOf(account);
  const person = account.identity && openPerson(cipher, account.identity.person, id);
  const { email } = account;
  return {
    name: person?.name ?? null,
    phone: person?.phone ?? phoneOf(cipher, account),
    email: email && email.confirmedAt !== null ? cipher.decryptText(email.address, EMAIL_PURPOSE, id) : null,
  };
}
