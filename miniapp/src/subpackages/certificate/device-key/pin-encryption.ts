import { cbc } from '@noble/ciphers/aes';
import { hmac } from '@noble/hashes/hmac';
import { pbkdf2Async } from '@noble/hashes/pbkdf2';
import { sha256 } from '@noble/hashes/sha2';
import { integer, nothing, objectIdentifier, octets, sequence } from './der';
import type { RandomBytes } from './device-key';

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

const BLOCK = 64;

/** `text` repeated to fill whole blocks (RFC 7292, B.2, steps 2 and 3). */
const filled = (text: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: Math.ceil(text.length / BLOCK) * BLOCK }, (_, index) => text[index % text.length] ?? 0);

/** The MAC key of a PKCS#12 file (RFC 7292, appendix B.2, id 3) with SHA-256; `password`: UTF-16 with its two zeros. */
function macKeyOf(password: Uint8Array, salt: Uint8Array, iterations: number): Uint8Array {
  const start = new Uint8Array(BLOCK).fill(3);
  const input = new Uint8Array([...start, ...filled(salt), ...filled(password)]);
  let digest = sha256(input);
  for (let round = 1; round < iterations; round += 1) {
    digest = sha256(digest);
  }
  // One digest is as long as the key: nothing has to be gone on with.
  return digest;
}

export const macOf = (
  message: Uint8Array,
  { password, salt, iterations }: { password: Uint8Array; salt: Uint8Array; iterations: number },
): Uint8Array => hmac(sha256, macKeyOf(password, salt, iterations), message);
