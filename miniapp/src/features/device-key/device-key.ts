import type { KeyAlgorithm } from '@acceptance/shared';
import { p256 } from '@noble/curves/p256';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils';
import { sm2 } from 'sm-crypto-v2';
import { bitString, context, integer, objectIdentifier, octets, sequence } from './der';

/** Keys that a phone makes in an instant; RSA keys are made in UKeys. */
export const DEVICE_ALGORITHMS = ['sm2', 'ecdsa-p256'] as const satisfies readonly KeyAlgorithm[];
export type DeviceAlgorithm = (typeof DEVICE_ALGORITHMS)[number];

export interface DeviceKey {
  readonly algorithm: DeviceAlgorithm;
  /** The number of 32 bytes. */
  readonly secret: Uint8Array;
  /** 65 bytes, uncompressed (SEC 1, 2.3.3). */
  readonly point: Uint8Array;
}

export type RandomBytes = (length: number) => Promise<Uint8Array>;

/** The curve, and the algorithm of what the key signs (RFC 5480, RFC 5758, GB/T 33560). */
const OIDS: Record<DeviceAlgorithm, { readonly curve: string; readonly signature: string }> = {
  'ecdsa-p256': { curve: '1.2.840.10045.3.1.7', signature: '1.2.840.10045.4.3.2' },
  sm2: { curve: '1.2.156.10197.1.301', signature: '1.2.156.10197.1.501' },
};
const EC_PUBLIC_KEY = '1.2.840.10045.2.1';
/** n − 1 of GB/T 32918.5, below which a private key stays. */
const SM2_LAST = BigInt('0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54122');
/** GM/T 0009: the identity that everybody uses. */
const SM2_ID = '1234567812345678';

const hexOf = (value: bigint): string => value.toString(16).padStart(64, '0');

/** A number from 1 to `last`, evenly: 40 bytes leave no bias that matters (FIPS 186-5, A.2.1). */
async function randomScalar(randomBytes: RandomBytes, last: bigint): Promise<string> {
  const wide = BigInt(`0x${bytesToHex(await randomBytes(40))}`);
  return hexOf((wide % last) + BigInt(1));
}

/** Makes a key of this device's randomness. It never leaves the device in the clear. */
export async function makeDeviceKey(algorithm: DeviceAlgorithm, randomBytes: RandomBytes): Promise<DeviceKey> {
  const last = algorithm === 'sm2' ? SM2_LAST - BigInt(1) : p256.CURVE.n - BigInt(1);
  const secret = await randomScalar(randomBytes, last);
  const point = algorithm === 'sm2' ? sm2PointOf(secret) : p256.getPublicKey(secret, false);
  return { algorithm, secret: hexToBytes(secret), point };
}

const sm2PointOf = (secret: string): Uint8Array => hexToBytes(sm2.getPublicKeyFromPrivateKey(secret));

/** The value of a signature's BIT STRING: SEQUENCE of two numbers, for SM2 with SM3, else for ECDSA with SHA-256. */
export async function signWithDeviceKey(
  { algorithm, secret, point }: DeviceKey,
  message: Uint8Array,
  randomBytes: RandomBytes,
): Promise<Uint8Array> {
  if (algorithm === 'ecdsa-p256') {
    // Deterministic (RFC 6979): nothing depends on randomness.
    return p256.sign(sha256(message), secret, { lowS: false }).toDERRawBytes();
  }
  // The library's own randomness is not there in every mini-program: it gets the one number that it needs.
  const k = await randomScalar(randomBytes, SM2_LAST - BigInt(1));
  const x1 = BigInt(`0x${bytesToHex(sm2PointOf(k).slice(1, 33))}`);
  const signature = sm2.doSignature(message, bytesToHex(secret), {
    pointPool: [{ k: BigInt(`0x${k}`), x1 }],
    publicKey: bytesToHex(point),
    der: true,
    hash: true,
    userId: SM2_ID,
  });
  return hexToBytes(signature);
}

export const signatureAlgorithmOf = (algorithm: DeviceAlgorithm): Uint8Array =>
  sequence(objectIdentifier(OIDS[algorithm].signature));

const keyAlgorithmOf = (algorithm: DeviceAlgorithm): Uint8Array =>
  sequence(objectIdentifier(EC_PUBLIC_KEY), objectIdentifier(OIDS[algorithm].curve));

/** SubjectPublicKeyInfo (RFC 5480, 2), DER. */
export const publicKeyInfoOf = ({ algorithm, point }: DeviceKey): Uint8Array =>
  sequence(keyAlgorithmOf(algorithm), bitString(point));

/** PrivateKeyInfo of PKCS#8 (RFC 5958) around an ECPrivateKey (RFC 5915), DER. */
export const privateKeyInfoOf = ({ algorithm, secret, point }: DeviceKey): Uint8Array =>
  sequence(
    integer(0),
    keyAlgorithmOf(algorithm),
    octets(sequence(integer(1), octets(secret), context(1, bitString(point)))),
  );

/** Where the numbers of `privateKeyInfoOf` stand in it: they have one length for all keys. */
export function readPrivateKeyInfo(algorithm: DeviceAlgorithm, der: Uint8Array): DeviceKey | null {
  const point = der.slice(der.length - 65);
  const sample = privateKeyInfoOf({ algorithm, secret: new Uint8Array(32), point });
  if (der.length !== sample.length) {
    return null;
  }
  const start = sample.length - 65 - 5 - 32;
  const key = { algorithm, secret: der.slice(start, start + 32), point };
  const again = privateKeyInfoOf(key);
  return again.every((byte, index) => byte === der[index]) ? key : null;
}
