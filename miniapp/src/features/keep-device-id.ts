import type { KeyValueStorage } from '../platform/key-value-storage';

const KEY = 'device-id';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** 6 random bits each: 258 bits. */
const LENGTH = 43;

const isDeviceId = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{40,64}$/.test(value);

/** The id kept in `storage`; made from `random` bytes at the first use. */
export async function keepDeviceId(
  storage: KeyValueStorage,
  random: (length: number) => Promise<Uint8Array>,
): Promise<string> {
  const stored = storage.read(KEY);
  if (isDeviceId(stored)) {
    return stored;
  }
  const made = Array.from(await random(LENGTH), (byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  storage.write(KEY, made);
  return made;
}
