import { AppError } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { openPerson, type Person } from '../person';
import { type AccountModel, type AccountRecord, EMAIL_PURPOSE, PHONE_PURPOSE } from './account.model';

/** The signed-in applicant's account. @throws AppError auth.session_expired when it is gone. */
export async function findAccount(accounts: AccountModel, id: string): Promise<AccountRecord> {
  const account = await accounts.findOne({ _id: id }).lean<AccountRecord>();
  if (!account) {
    throw new AppError('auth.session_expired');
  }
  return account;
}

type Identified = Pick<AccountRecord, '_id' | 'identity'>;

/** Who was verified for the account; null while nobody was. */
export const verifiedPersonOf = (cipher: FieldCipher, account: Identified): Person | null =>
  account.identity && openPerson(cipher, account.identity.person, recordIdOf(account));

/** The same for what is only for who was verified. @throws AppError identity.required */
export function requirePersonOf(cipher: FieldCipher, account: Identified): Person {
  const person = verifiedPersonOf(cipher, account);
  if (!person) {
    throw new AppError('identity.required');
  }
  return person;
}

/** @throws AppError identity.required, auth.session_expired */
export const requireVerifiedPerson = async (
  { accounts, cipher }: { accounts: AccountModel; cipher: FieldCipher },
  id: string,
): Promise<Person> => requirePersonOf(cipher, await findAccount(accounts, id));

/** For who writes something while the account may be closing. @throws AppError auth.session_expired when it is closed or gone */
export async function checkAccountOpen(accounts: AccountModel, id: string): Promise<void> {
  if (!(await accounts.exists({ _id: id, closedAt: { $exists: false } }))) {
    throw new AppError('auth.session_expired');
  }
}

/** The account of a mobile number, if there is one. */
export const findAccountByPhone = (
  { accounts, cipher }: { accounts: AccountModel; cipher: FieldCipher },
  phone: string,
): Promise<AccountRecord | null> =>
  accounts.findOne({ phoneHash: { $in: cipher.lookupHashes(phone, PHONE_PURPOSE) } }).lean<AccountRecord>();

/** The account that has confirmed an e-mail address (small letters), if there is one. */
export const findAccountByEmail = (
  { accounts, cipher }: { accounts: AccountModel; cipher: FieldCipher },
  email: string,
): Promise<AccountRecord | null> =>
  accounts.findOne({ emailHash: { $in: cipher.lookupHashes(email, EMAIL_PURPOSE) } }).lean<AccountRecord>();

/** The mobile number of an account, in clear. */
export const phoneOf = (cipher: FieldCipher, account: Pick<AccountRecord, '_id' | 'phone'>): string =>
  cipher.decryptText(account.phone, PHONE_PURPOSE, recordIdOf(account));
