import type { FieldCipher } from '../../database/field-cipher';
import { encodeBase32 } from './base32';

const CODES = 10;
/** 80 random bits: 16 letters and digits. */
const CODE_BYTES = 10;

/** As a person may type it: with or without dashes, in small letters. */
const plain = (code: string): string => code.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/** Keyed hashes under which a recovery code may be stored, the newest key first. */
export const recoveryHashesOf = (cipher: FieldCipher, staffId: string, code: string): string[] =>
  cipher.lookupHashes(`${staffId}|${plain(code)}`, 'staff.recovery-code');

/** Ten codes such as `ABCD-EFGH-IJKL-MNOP`, each good once. */
export const makeRecoveryCodes = (randomBytes: (size: number) => Buffer): string[] =>
  Array.from({ length: CODES }, () => (encodeBase32(randomBytes(CODE_BYTES)).match(/.{4}/g) ?? []).join('-'));
