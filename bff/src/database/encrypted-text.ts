import type { FieldCipher } from './field-cipher';

/** JSON of personal data in one envelope. */
export const encryptJson = (cipher: FieldCipher, value: unknown, purpose: string, recordId?: string): string =>
  cipher.encryptText(JSON.stringify(value), purpose, recordId);

/** The value is what this program wrote; the caller names its type. */
export const decryptJson = <T>(cipher: FieldCipher, envelope: string, purpose: string, recordId?: string): T =>
  JSON.parse(cipher.decryptText(envelope, purpose, recordId)) as T;
