import { bytesToHex, hexToBytes } from '@noble/hashes/utils';
import type { KeyValueStorage } from '../../../platform/key-value-storage';
import { DEVICE_ALGORITHMS, type DeviceAlgorithm } from './device-key';
import type { PinSealed } from './pin-encryption';

/** A key of this device, sealed under its PIN; and the request, so that it can be sent again without the PIN. */
export interface KeptKey {
  readonly algorithm: DeviceAlgorithm;
  readonly publicKeySha256: string;
  /** Base64 of PKCS#10. */
  readonly csr: string;
  readonly sealed: PinSealed;
}

const nameOf = (orderId: string): string => `device-key:${orderId}`;

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
  const { algorithm, publicKeySha256, csr, iterations, salt, iv, bytes } = stored as Record<string, unknown>;
  const known = DEVICE_ALGORITHMS.find((one) => one === algorithm);
  const isWhole = known && isHex(publicKeySha256) && typeof csr === 'string' && typeof iterations === 'number';
  if (!isWhole || !isHex(salt) || !isHex(iv) || !isHex(bytes)) {
    return null;
  }
  const sealed = { iterations, salt: hexToBytes(salt), iv: hexToBytes(iv), bytes: hexToBytes(bytes) };
  return { algorithm: known, publicKeySha256, csr, sealed };
}

export const forgetKey = (storage: KeyValueStorage, orderId: string): void => storage.remove(nameOf(orderId));
