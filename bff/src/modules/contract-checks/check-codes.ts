import { timingSafeEqual } from 'node:crypto';
import { CHECK_CODE_ALPHABET, CHECK_CODE_LENGTH, contractCheckUrl } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';

const PURPOSE = 'contract.check-code';
const BITS = 5n;

type Hasher = Pick<FieldCipher, 'lookupHash' | 'lookupHashes'>;

/** The first 60 bits of a look-up hash (after the id of its key), as twelve signs that nobody takes for each other. */
function codeOfHash(hash: string): string {
  let left = BigInt(`0x${hash.slice(hash.lastIndexOf(':') + 1).slice(0, 16)}`) >> 4n;
  let code = '';
  while (code.length < CHECK_CODE_LENGTH) {
    code = `${CHECK_CODE_ALPHABET[Number(left & 31n)]}${code}`;
    left >>= BITS;
  }
  return code;
}

/** The code that is printed on a contract, by the newest key. */
export const checkCodeOf = (cipher: Hasher, contractNumber: string): string =>
  codeOfHash(cipher.lookupHash(contractNumber, PURPOSE));

/** Whether a code is that of the contract by any key of the ring: contracts outlive keys. In constant time. */
export const isCheckCode = (cipher: Hasher, contractNumber: string, code: string): boolean =>
  cipher
    .lookupHashes(contractNumber, PURPOSE)
    .map(codeOfHash)
    .reduce((matches, one) => isSame(one, code) || matches, false);

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What the QR code of a contract says; null where no web version is configured, which the page is in. */
export type CheckUrlOf = (contractNumber: string) => string | null;

export function createCheckUrls(cipher: Hasher, webOrigins: readonly string[]): CheckUrlOf {
  const [origin] = webOrigins;
  return (contractNumber) =>
    origin ? contractCheckUrl(origin, contractNumber, checkCodeOf(cipher, contractNumber)) : null;
}
