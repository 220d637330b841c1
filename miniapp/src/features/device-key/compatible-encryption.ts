import { CBC, EDE } from 'des.js';
import { integer, nothing, objectIdentifier, octets, sequence, utf16 } from './der';
import type { RandomBytes } from './device-key';
import { macOf } from './pin-encryption';
import type { Pkcs12Protection } from './pkcs12';
import { derive } from './pkcs12-derivation';

/** The programs that need this format count to it in seconds; more would not make triple DES and SHA-1 young again. */
const ITERATIONS = 20_000;
/** Old versions of Windows take no longer one. */
const SALT_BYTES = 8;
const SHA_1 = objectIdentifier('1.3.14.3.2.26');
/** pbeWithSHAAnd3-KeyTripleDES-CBC (RFC 7292, appendix C). */
const TRIPLE_DES = objectIdentifier('1.2.840.113549.1.12.1.3');

const tripleDes = CBC.instantiate(EDE);

/**
 * What Windows before 10 (1709) and macOS before 10.15 or so open: triple DES under a key of SHA-1, MAC with SHA-1. Weaker than the
 * usual format: a file that somebody finds can be tried with PINs faster, so holders are told to delete it.
 */
export function compatibleProtection(pin: string, randomBytes: RandomBytes): Pkcs12Protection {
  const password = utf16(`${pin}\0`);
  return {
    async seal(plain) {
      const salt = await randomBytes(SALT_BYTES);
      const from = { hash: 'sha1', password, salt, iterations: ITERATIONS } as const;
      const key = derive({ ...from, what: 'key', length: 24 });
      const iv = derive({ ...from, what: 'iv', length: 8 });
      const cipher = tripleDes.create({ type: 'encrypt', key, iv });
      return {
        algorithm: sequence(TRIPLE_DES, sequence(octets(salt), integer(ITERATIONS))),
        bytes: Uint8Array.from([...cipher.update(plain), ...cipher.final()]),
      };
    },
    async macData(message) {
      const salt = await randomBytes(SALT_BYTES);
      const mac = macOf(message, { hash: 'sha1', password, salt, iterations: ITERATIONS });
      return sequence(sequence(sequence(SHA_1, nothing()), octets(mac)), octets(salt), integer(ITERATIONS));
    },
  };
}
