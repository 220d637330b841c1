import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { base64 } from '@scure/base';
import { randomBytes } from '../../platform/random-bytes';
import { localStorage } from '../../platform/storage';
import { makeCertificateRequest } from './certificate-request';
import { compatibleProtection } from './compatible-encryption';
import {
  type DeviceAlgorithm,
  type DeviceKey,
  makeDeviceKey,
  privateKeyInfoOf,
  publicKeyInfoOf,
  readPrivateKeyInfo,
} from './device-key';
import { type KeptKey, keepKey } from './kept-key';
import { openWithPin, sealWithPin } from './pin-encryption';
import { makePkcs12, sealedBy, usualProtection } from './pkcs12';

/** Makes a key, seals it under the PIN and keeps it on this device, before anybody hears of it. */
export async function makeAndKeepKey(orderId: string, algorithm: DeviceAlgorithm, pin: string): Promise<KeptKey> {
  const key = await makeDeviceKey(algorithm, randomBytes);
  const kept: KeptKey = {
    algorithm,
    publicKeySha256: bytesToHex(sha256(publicKeyInfoOf(key))),
    csr: base64.encode(await makeCertificateRequest(key, randomBytes)),
    sealed: await sealWithPin(pin, privateKeyInfoOf(key), randomBytes),
  };
  keepKey(localStorage, orderId, kept);
  return kept;
}

const derOf = (pem: string): Uint8Array => base64.decode(pem.replace(/-----[^-]+-----|\s/g, ''));

/** `compatible`: for programs of before 2018, weaker. */
export const FILE_FORMATS = ['usual', 'compatible'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

interface FileFacts {
  readonly kept: KeptKey;
  readonly chainPem: readonly string[];
  readonly friendlyName: string;
  readonly pin: string;
  readonly format: FileFormat;
}

/** The key of this device; null for a wrong PIN. */
export async function openKeptKey(
  { algorithm, publicKeySha256, sealed }: KeptKey,
  pin: string,
): Promise<DeviceKey | null> {
  const opened = await openWithPin(pin, sealed);
  const key = opened && readPrivateKeyInfo(algorithm, opened);
  return key && bytesToHex(sha256(publicKeyInfoOf(key))) === publicKeySha256 ? key : null;
}

/** The certificate file (PKCS#12) with key and chain; null for a wrong PIN. In the usual format the key stays sealed as it lies here. */
export async function packCertificate({
  kept,
  chainPem,
  friendlyName,
  pin,
  format,
}: FileFacts): Promise<Uint8Array | null> {
  const key = await openKeptKey(kept, pin);
  if (!key) {
    return null;
  }
  const content = { chain: chainPem.map(derOf), friendlyName };
  if (format === 'usual') {
    return makePkcs12({ ...content, sealedKey: sealedBy(kept.sealed) }, usualProtection(pin, randomBytes));
  }
  const protection = compatibleProtection(pin, randomBytes);
  return makePkcs12({ ...content, sealedKey: await protection.seal(privateKeyInfoOf(key)) }, protection);
}
