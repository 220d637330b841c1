import { broken, type Der, DerMembers, readDer } from '../der/read-der';
import { algorithmOf, bigintOf, bitOctetsOf, hexOf, oidOf } from '../der/read-values';
import { tags } from '../der/write-der';
import { oids } from '../oids';
import { PkiError } from '../pki-error';
import { type CurveName, curves, isOnCurve } from './curves';
import type { KeyAlgorithm, PublicKey } from './key-types';
import { type RsaWeakness, weaknessOfModulus } from './rsa-weakness';

const RSA_SIZES: Readonly<Record<number, KeyAlgorithm>> = { 2048: 'rsa-2048', 3072: 'rsa-3072', 4096: 'rsa-4096' };
/** Below it are the exponents with known attacks; above it OpenSSL does not verify with long moduli. */
const EXPONENTS = { least: 65537n, most: (1n << 64n) - 1n };
const LONGEST = 4096;

const weaknesses: Record<RsaWeakness, string> = {
  even: 'its modulus is even',
  small_factor: 'its modulus has a small factor',
  roca: 'it was made by a library with a known flaw (ROCA)',
  close_primes: 'its primes are too close',
};

/**
 * SubjectPublicKeyInfo (RFC 5280, 4.1.2.7; RFC 8017, A.1.1; RFC 5480; GM/T 0015 for SM2): a size or curve of ours, and none of the keys that
 * anybody may break. Points must be uncompressed and on their curve.
 * @throws PkiError broken, unsupported_algorithm, weak_key
 */
export function readPublicKey(publicKeyInfoDer: Uint8Array): PublicKey {
  if (publicKeyInfoDer.length > LONGEST) throw new PkiError('too_large', 'A public key is too long');
  const members = new DerMembers(readDer(publicKeyInfoDer));
  const algorithm = algorithmOf(members.any());
  const keyBits = bitOctetsOf(members.any());
  members.end();
  if (algorithm.oid === oids.rsaEncryption) {
    if (!algorithm.isNull) throw broken('an RSA key has parameters');
    return { algorithm: checkRsa(readDer(keyBits)), publicKeyInfoDer, keyBits };
  }
  if (algorithm.oid !== oids.ecPublicKey) throw unsupported('the key is neither RSA nor of an elliptic curve');
  const curve = curveOf(algorithm.parameters);
  checkPoint(curve, keyBits);
  return { algorithm: curve, publicKeyInfoDer, keyBits };
}

/** The point of a key of an elliptic curve, `04 x y`, in hexadecimal. */
export const pointHexOf = (key: PublicKey): string => hexOf(key.keyBits);

function checkRsa(der: Der): KeyAlgorithm {
  const members = new DerMembers(der);
  const modulus = bigintOf(members.any());
  const exponent = bigintOf(members.any());
  members.end();
  const bits = modulus.toString(2).length;
  if (bits < 2048) throw weak('an RSA key is shorter than 2048 bits');
  const algorithm = RSA_SIZES[bits];
  if (!algorithm) throw unsupported('an RSA key has neither 2048, 3072 nor 4096 bits');
  if ((exponent & 1n) === 0n || exponent < EXPONENTS.least || exponent > EXPONENTS.most) {
    throw weak('the exponent of an RSA key is even, small or huge');
  }
  const weakness = weaknessOfModulus(modulus);
  if (weakness) throw weak(`an RSA key cannot be used: ${weaknesses[weakness]}`);
  return algorithm;
}

function curveOf(parameters: Der | null): CurveName {
  if (parameters?.tag !== tags.objectIdentifier) throw unsupported('a curve is not given by its name');
  const oid = oidOf(parameters);
  const names = Object.keys(curves) as CurveName[];
  const name = names.find((candidate) => curves[candidate].oid === oid);
  if (!name) throw unsupported('the key is of another curve');
  return name;
}

function checkPoint(name: CurveName, point: Uint8Array): void {
  const curve = curves[name];
  if (point.length === 1 && point[0] === 0) throw weak('a point lies at infinity');
  if (point[0] !== 4) throw unsupported('a point is compressed, or in a form of its own');
  if (point.length !== 1 + 2 * curve.octets) throw broken('a point has a wrong length');
  const x = BigInt(`0x${hexOf(point.subarray(1, 1 + curve.octets))}`);
  const y = BigInt(`0x${hexOf(point.subarray(1 + curve.octets))}`);
  if (!isOnCurve(curve, x, y)) throw weak('a point is not on its curve');
}

const weak = (what: string): PkiError => new PkiError('weak_key', `Not acceptable: ${what}`);
const unsupported = (what: string): PkiError => new PkiError('unsupported_algorithm', `Not supported: ${what}`);
