import { bytesToHex, hexToBytes } from '@noble/hashes/utils';
import type { KeyValueStorage } from '../../platform/key-value-storage';
import { DEVICE_ALGORITHMS, type DeviceAlgorithm } from './device-key';
import type { PinSealed } from './pin-encryption';

/** A key of this device, sealed under its PIN; and the request, so that it can be sent again without the PIN. */
export interface KeptKey {
  readonly algorithm: DeviceAlgorithm;
  readonly publicKeySha256: string;
  /** Base64 of PKCS#10. */
  readonly csr: string;
  readonly sealed: PinSealed;
  /** Absent until the certificate was seen on this device. */
  readonly issued?: IssuedForKey;
}

/** By what a holder who is not signed in knows a certificate. No name: whoever finds the device reads it, too. */
export interface IssuedForKey {
  readonly projectName: string;
  readonly orderNumber: string;
  /** ISO 8601. */
  readonly notAfter: string;
}

const PREFIX = 'device-key:';
const nameOf = (orderId: string): string => `${PREFIX}${orderId}`;

/** Kept until the holder throws it away: there is no other copy of it in the world. */
export function keepKey(storage: KeyValueStorage, orderId: string, { sealed, ...key }: KeptKey): void {
  const { salt, iv, bytes, iterations } = sealed;
  storage.write(nameOf(orderId), {
    ...key,
    iterations,
    salt: bytesToHex(salt),
    iv: bytesToHex(iv),
    bytes: bytesToHex(bytes),
  });
}

const isHex = (value: unknown): value is string => typeof value === 'string' && /^(?:[0-9a-f]{2})+$/.test(value);

/** The key of an order's certificate; null when this device has none, or nothing that can be read. */
export function keptKey(storage: KeyValueStorage, orderId: string): KeptKey | null {
  const stored = storage.read(nameOf(orderId));
  if (typeof stored !== 'object' || stored === null) {
    return null;
  }
  const { algorithm, publicKeySha256, csr, iterations, salt, iv, bytes, issued } = stored as Record<string, unknown>;
  const known = DEVICE_ALGORITHMS.find((one) => one === algorithm);
  const isWhole = known && isHex(publicKeySha256) && typeof csr === 'string' && typeof iterations === 'number';
  if (!isWhole || !isHex(salt) || !isHex(iv) || !isHex(bytes)) {
    return null;
  }
  const sealed = { iterations, salt: hexToBytes(salt), iv: hexToBytes(iv), bytes: hexToBytes(bytes) };
  return { algorithm: known, publicKeySha256, csr, sealed, ...(isIssued(issued) && { issued }) };
}

const isIssued = (value: unknown): value is IssuedForKey =>
  typeof value === 'object' &&
  value !== null &&
  ['projectName', 'orderNumber', 'notAfter'].every((name) => typeof Reflect.get(value, name) === 'string');

/** All keys of this device, those with the longest certificates first. @param names of everything that is stored */
export function keptKeys(storage: KeyValueStorage, names: readonly string[]): KeptKey[] {
  const ends = ({ issued }: KeptKey): string => issued?.notAfter ?? '';
  return names
    .filter((name) => name.startsWith(PREFIX))
    .flatMap((name) => keptKey(storage, name.slice(PREFIX.length)) ?? [])
    .sort((left, right) => ends(right).localeCompare(ends(left)));
}

export const forgetKey = (storage: KeyValueStorage, orderId: string): void => storage.remove(nameOf(orderId));
