import type { ContactView } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { type AccountRecord, EMAIL_PURPOSE } from './account.model';
import { phoneOf, verifiedPersonOf } from './find-account';

/** What is known of somebody for their own form, in clear; the endpoint counts and records every call. */
export function presentContact(cipher: FieldCipher, account: AccountRecord): ContactView {
  const id = recordIdOf(account);
  const person = verifiedPersonOf(cipher, account);
  const { email } = account;
  return {
    name: person?.name ?? null,
    phone: person?.phone ?? phoneOf(cipher, account),
    email: email && email.confirmedAt !== null ? cipher.decryptText(email.address, EMAIL_PURPOSE, id) : null,
  };
}
