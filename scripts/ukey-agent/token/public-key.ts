import { createPublicKey, type KeyObject } from 'node:crypto';
import type { TokenKeyAlgorithm } from '@acceptance/shared';

/** DER of the object identifier prime256v1 (RFC 5480, 2.1.1.1), as CKA_EC_PARAMS has it. */
export const P256_PARAMETERS = Buffer.from('06082a8648ce3d030107', 'hex');
const P256_BYTES = 32;
const UNCOMPRESSED = 0x04;

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const spkiOf = (key: KeyObject): Uint8Array => Uint8Array.from(key.export({ type: 'spki', format: 'der' }));

/** SubjectPublicKeyInfo of big-endian numbers. */
export function rsaPublicKeyDer(modulus: Uint8Array, exponent: Uint8Array): Uint8Array {
  const key = { kty: 'RSA', n: base64url(modulus), e: base64url(exponent) };
  return spkiOf(createPublicKey({ format: 'jwk', key }));
}

/**
 * SubjectPublicKeyInfo of CKA_EC_POINT: the point in an OCTET STRING (PKCS#11 2.40, mechanisms, 2.3.3), or, as older tokens have it, bare.
 * @returns null for anything but an uncompressed point of P-256
 */
export function p256PublicKeyDer(ecPoint: Uint8Array): Uint8Array | null {
  const bare = 1 + 2 * P256_BYTES;
  const isWrapped = ecPoint.length === bare + 2 && ecPoint[0] === 0x04 && ecPoint[1] === bare;
  const point = isWrapped ? ecPoint.subarray(2) : ecPoint;
  if (point.length !== bare || point[0] !== UNCOMPRESSED) {
    return null;
  }
  const x = base64url(point.subarray(1, 1 + P256_BYTES));
  const y = base64url(point.subarray(1 + P256_BYTES));
  return spkiOf(createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } }));
}

/** The algorithm of a key we use, or null. */
export function algorithmOf(publicKeyDer: Uint8Array): TokenKeyAlgorithm | null {
  const key = createPublicKey({ key: Buffer.from(publicKeyDer), type: 'spki', format: 'der' });
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa') {
    return modulusLength === 2048 ? 'rsa-2048' : modulusLength === 3072 ? 'rsa-3072' : null;
  }
  return namedCurve === 'prime256v1' ? 'ecdsa-p256' : null;
}

const integerDer = (octets: Uint8Array): Buffer => {
  const first = octets.findIndex((octet) => octet !== 0);
  const digits = first < 0 ? Buffer.of(0) : Buffer.from(octets.subarray(first));
  const positive = (digits[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits;
  return Buffer.concat([Buffer.of(0x02, positive.length), positive]);
};

/** r and s, each half of what CKM_ECDSA gives, as SEQUENCE { INTEGER, INTEGER } (RFC 3279, 2.2.3). P-256 stays below 128 octets. */
export function ecdsaSignatureDer(raw: Uint8Array): Uint8Array {
  const content = Buffer.concat([
    integerDer(raw.subarray(0, raw.length / 2)),
    integerDer(raw.subarray(raw.length / 2)),
  ]);
  return Uint8Array.of(0x30, content.length, ...content);
}
