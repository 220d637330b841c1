import { cbc } from '@noble/ciphers/aes';
import { hmac } from '@noble/hashes/hmac';
import { sha1 } from '@noble/hashes/legacy';
import { pbkdf2Async } from '@noble/hashes/pbkdf2';
import { sha256 } from '@noble/hashes/sha2';
import { integer, nothing, objectIdentifier, octets, sequence } from './der';
import type { RandomBytes } from './device-key';
import { type Derivation, derive } from './pkcs12-derivation';

/** About a second on a phone of some years; whoever steals the file has to spend it for every guess. */
export const PIN_ITERATIONS = 100_000;
const SALT_BYTES = 16;

/** A PIN has printable ASCII characters only, so that every program turns it into the same bytes. */
export const pinBytes = (pin: string): Uint8Array => Uint8Array.from(pin, (character) => character.charCodeAt(0));

/** What PBES2 (RFC 8018, 6.2) needs to open what it sealed. */
export interface PinSealed {
  readonly salt: Uint8Array;
  readonly iv: Uint8Array;
  readonly iterations: number;
  readonly bytes: Uint8Array;
}

const keyOf = (pin: string, { salt, iterations }: Pick<PinSealed, 'salt' | 'iterations'>): Promise<Uint8Array> =>
  pbkdf2Async(sha256, pinBytes(pin), salt, { c: iterations, dkLen: 32 });

/** AES-256-CBC under a key of PBKDF2 with HMAC-SHA-256. */
export async function sealWithPin(pin: string, plain: Uint8Array, randomBytes: RandomBytes): Promise<PinSealed> {
  const parameters = { salt: await randomBytes(SALT_BYTES), iv: await randomBytes(16), iterations: PIN_ITERATIONS };
  const key = await keyOf(pin, parameters);
  return { ...parameters, bytes: cbc(key, parameters.iv).encrypt(plain) };
}

/** Null for a wrong PIN; the caller still checks what came out, for one wrong PIN of 256 looks right. */
export async function openWithPin(pin: string, sealed: PinSealed): Promise<Uint8Array | null> {
  try {
    return cbc(await keyOf(pin, sealed), sealed.iv).decrypt(sealed.bytes);
  } catch {
    return null;
  }
}

/** AlgorithmIdentifier of PBES2 (RFC 8018, appendix A.4). */
export const pinAlgorithmOf = ({ salt, iv, iterations }: PinSealed): Uint8Array =>
  sequence(
    objectIdentifier('1.2.840.113549.1.5.13'),
    sequence(
      sequence(
        objectIdentifier('1.2.840.113549.1.5.12'),
        sequence(octets(salt), integer(iterations), sequence(objectIdentifier('1.2.840.113549.2.9'), nothing())),
      ),
      sequence(objectIdentifier('2.16.840.1.101.3.4.1.42'), octets(iv)),
    ),
  );

/** The MAC of a PKCS#12 file (RFC 7292, 5.1); its key is as long as the digest. */
export function macOf(
  message: Uint8Array,
  from: Pick<Derivation, 'hash' | 'password' | 'salt' | 'iterations'>,
): Uint8Array {
  const hash = from.hash === 'sha1' ? sha1 : sha256;
  return hmac(hash, derive({ ...from, what: 'mac', length: hash.outputLen }), message);
}
