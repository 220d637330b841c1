import type { LookupHasher } from '../../database/lookup-hash';
import { EMAIL_PURPOSE, PHONE_PURPOSE } from './account.model';

/**
 * What is stored to find an account by its number. While a key is replaced, processes differ in their newest one: each
 * stores the hashes by all keys under a unique index, so that not two of them make an account for one number.
 */
export function phoneHashesOf(
  cipher: LookupHasher,
  phone: string,
): { readonly phoneHash: string; readonly phoneHashes: string[] } {
  const phoneHash = cipher.lookupHash(phone, PHONE_PURPOSE);
  return { phoneHash, phoneHashes: cipher.lookupHashes(phone, PHONE_PURPOSE) };
}

/** The same for a confirmed e-mail address. */
export function emailHashesOf(
  cipher: LookupHasher,
  email: string,
): { readonly emailHash: string; readonly emailHashes: string[] } {
  const emailHash = cipher.lookupHash(email, EMAIL_PURPOSE);
  return { emailHash, emailHashes: cipher.lookupHashes(email, EMAIL_PURPOSE) };
}
