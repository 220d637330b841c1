import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { PkiError } from '../pki-error';
import type { PublicKey } from './key-types';
import { pointHexOf, readPublicKey } from './read-public-key';
import { familyOf, readSignatureAlgorithm } from './signature-algorithms';
import { verifySm2 } from './sm2';

/**
 * Whether the key has made the signature: PKCS#1 v1.5, ECDSA, or SM2 with the id 1234567812345678.
 * @param publicKey SubjectPublicKeyInfo (DER), or one that has been read
 * @param signature what was in the BIT STRING
 * @returns false for a signature that is wrong or malformed
 * @throws PkiError for a key that `readPublicKey` refuses, and `unsupported_algorithm` also where key and algorithm do not go together
 */
export function verifySignature(
  publicKey: PublicKey | Uint8Array,
  signatureAlgorithmDer: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = publicKey instanceof Uint8Array ? readPublicKey(publicKey) : publicKey;
  const scheme = readSignatureAlgorithm(signatureAlgorithmDer);
  if (scheme.family !== familyOf(key.algorithm)) {
    throw new PkiError('unsupported_algorithm', 'Not supported: a signature of another kind than its key');
  }
  if (scheme.family === 'sm2') return verifySm2(message, signature, pointHexOf(key));
  return verify(scheme.hash, message, handleOf(key), signature);
}

/** An issuer's key verifies again and again; making its handle takes as long as verifying. */
const handles = new WeakMap<PublicKey, KeyObject>();

function handleOf(key: PublicKey): KeyObject {
  const known = handles.get(key);
  if (known) return known;
  const handle = createPublicKey({ key: Buffer.from(key.publicKeyInfoDer), format: 'der', type: 'spki' });
  handles.set(key, handle);
  return handle;
}
