import { readDer } from '../der/read-der';
import { algorithmOf } from '../der/read-values';
import { nothing, objectIdentifier, sequence } from '../der/write-der';
import { oids } from '../oids';
import { PkiError } from '../pki-error';
import type { KeyAlgorithm } from './key-types';

export type SignatureHash = 'sha256' | 'sha384' | 'sha512' | 'sm3';
export interface SignatureScheme {
  readonly family: 'rsa' | 'ecdsa' | 'sm2';
  readonly hash: SignatureHash;
}

const SCHEMES: Readonly<Record<string, SignatureScheme>> = {
  [oids.sha256WithRsa]: { family: 'rsa', hash: 'sha256' },
  [oids.sha384WithRsa]: { family: 'rsa', hash: 'sha384' },
  [oids.sha512WithRsa]: { family: 'rsa', hash: 'sha512' },
  [oids.ecdsaWithSha256]: { family: 'ecdsa', hash: 'sha256' },
  [oids.ecdsaWithSha384]: { family: 'ecdsa', hash: 'sha384' },
  [oids.ecdsaWithSha512]: { family: 'ecdsa', hash: 'sha512' },
  [oids.sm2WithSm3]: { family: 'sm2', hash: 'sm3' },
};

const rsa = sequence(objectIdentifier(oids.sha256WithRsa), nothing());
/** RFC 4055, 5 (NULL); RFC 5758, 3.2 and GM/T 0015 (nothing). */
const IDENTIFIERS: Readonly<Record<KeyAlgorithm, Uint8Array>> = {
  'rsa-2048': rsa,
  'rsa-3072': rsa,
  'rsa-4096': rsa,
  'ecdsa-p256': sequence(objectIdentifier(oids.ecdsaWithSha256)),
  'ecdsa-p384': sequence(objectIdentifier(oids.ecdsaWithSha384)),
  sm2: sequence(objectIdentifier(oids.sm2WithSm3)),
};

export const familyOf = (algorithm: KeyAlgorithm): SignatureScheme['family'] =>
  algorithm === 'sm2' ? 'sm2' : algorithm.startsWith('rsa') ? 'rsa' : 'ecdsa';

/** With what a key of ours hashes before it signs. */
export const hashOf = (algorithm: KeyAlgorithm): SignatureHash =>
  algorithm === 'sm2' ? 'sm3' : algorithm === 'ecdsa-p384' ? 'sha384' : 'sha256';

/** AlgorithmIdentifier, DER, of what the `sign` of a key does. */
export const signatureAlgorithmOf = (algorithm: KeyAlgorithm): Uint8Array => IDENTIFIERS[algorithm];

/** Reads an AlgorithmIdentifier. SHA-1 and MD5 are not spoken. @throws PkiError broken, unsupported_algorithm */
export function readSignatureAlgorithm(der: Uint8Array): SignatureScheme {
  const { oid, parameters, isNull } = algorithmOf(readDer(der));
  const scheme = SCHEMES[oid];
  const isExpected = parameters === null || (isNull && scheme?.family !== 'ecdsa');
  if (!scheme || !isExpected)
    throw new PkiError('unsupported_algorithm', 'Not supported: the algorithm of a signature');
  return scheme;
}
