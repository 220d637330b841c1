import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import type { AccountModel, AccountRecord } from '../account';
import { matchesLegacyPassword } from './legacy-password';
import { hashPassword, passwordMatches } from './password-hash';

/** What is written with every new password: the old platform's hash has had its day. */
export const storedPassword = (hash: string, now: Date) => ({
  $set: { password: { hash, setAt: now } },
  $unset: { legacyPassword: 1 },
});

/**
 * Whether `password` opens an account; a password of the old platform that does is hashed anew at once. Without an
 * account, or without a password, the same work is done.
 * @returns the hash that the account now has, or null
 */
export async function openByPassword(
  { accounts, cipher }: { accounts: AccountModel; cipher: FieldCipher },
  account: AccountRecord | null,
  password: string,
  now: Date,
): Promise<string | null> {
  const stored = account?.password?.hash;
  if (await passwordMatches(password, stored)) {
    return stored ?? null;
  }
  const sealed = account?.legacyPassword;
  if (!account || stored || !sealed) {
    return null;
  }
  if (!(await matchesLegacyPassword(cipher, { sealed, accountId: recordIdOf(account) }, password))) {
    return null;
  }
  const hash = await hashPassword(password);
  // Of parallel first uses one replaces it; the others find the same password in its new form. The envelope itself may
  // have been sealed anew meanwhile.
  const unused = { _id: account._id, password: { $exists: false }, legacyPassword: { $exists: true } };
  const replaced = await accounts.updateOne(unused, storedPassword(hash, now));
  if (replaced.modifiedCount === 1) {
    return hash;
  }
  const newer = await accounts.findOne({ _id: account._id }, { password: 1 }).lean<Pick<AccountRecord, 'password'>>();
  return newer?.password && (await passwordMatches(password, newer.password.hash)) ? newer.password.hash : null;
}
