import { sha1 } from '@noble/hashes/legacy';
import { sha256 } from '@noble/hashes/sha2';
import { concat } from './der';

/** What is derived: a key, an initialization vector, a key of the MAC (RFC 7292, B.3). */
const IDS = { key: 1, iv: 2, mac: 3 } as const;

/** Both hash in blocks of 64 bytes. */
const HASHES = { sha1, sha256 } as const;
const BLOCK = 64;

export interface Derivation {
  readonly hash: keyof typeof HASHES;
  readonly what: keyof typeof IDS;
  /** Big-endian UTF-16 with its two zeros. */
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
  /** Bytes that are wanted. */
  readonly length: number;
}

/** `text` repeated to fill whole blocks (RFC 7292, B.2, steps 2 and 3). */
const filled = (text: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: Math.ceil(text.length / BLOCK) * BLOCK }, (_, index) => text[index % text.length] ?? 0);

/** Each block of `input` plus `digest` repeated, plus one, modulo 2^512 (step 6C). */
function goOn(input: Uint8Array, digest: Uint8Array): Uint8Array {
  const next = Uint8Array.from(input);
  for (let start = 0; start < next.length; start += BLOCK) {
    let carry = 1;
    for (let index = BLOCK - 1; index >= 0; index -= 1) {
      carry += (next[start + index] ?? 0) + (digest[index % digest.length] ?? 0);
      next[start + index] = carry & 0xff;
      carry >>= 8;
    }
  }
  return next;
}

/** The key derivation of PKCS#12 itself (RFC 7292, appendix B.2). */
export function derive({ hash, what, password, salt, iterations, length }: Derivation): Uint8Array {
  const digestOf = HASHES[hash];
  const diversifier = new Uint8Array(BLOCK).fill(IDS[what]);
  let input = concat(filled(salt), filled(password));
  let derived = new Uint8Array(0);
  while (derived.length < length) {
    let digest = digestOf(concat(diversifier, input));
    for (let round = 1; round < iterations; round += 1) {
      digest = digestOf(digest);
    }
    derived = concat(derived, digest) as Uint8Array<ArrayBuffer>;
    input = goOn(input, digest) as Uint8Array<ArrayBuffer>;
  }
  return derived.slice(0, length);
}
