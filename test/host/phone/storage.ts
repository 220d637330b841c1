/** WeChat's documented limits of local storage. */
export const STORAGE_LIMIT_BYTES = 10 * 1024 * 1024;
export const STORAGE_ENTRY_LIMIT_BYTES = 1024 * 1024;

/** A refused storage call; the text stands behind `<method>:fail `. */
export class StorageRefused extends Error {
  override readonly name = 'StorageRefused';
}

/** Local storage: survives the app being killed, holds JSON only. */
export interface PhoneStorage {
  set(key: string, value: unknown): void;
  /** @throws StorageRefused `data not found` */
  get(key: string): unknown;
  remove(key: string): void;
  clear(): void;
  keys(): string[];
  /** In KB, rounded up, as getStorageInfo tells. */
  sizeKb(): number;
}

export function createPhoneStorage(): PhoneStorage {
  const entries = new Map<string, string>();
  const bytes = (): number => {
    let sum = 0;
    for (const [key, value] of entries) sum += Buffer.byteLength(key) + Buffer.byteLength(value);
    return sum;
  };
  return {
    set(key, value) {
      const text = JSON.stringify({ value });
      const size = Buffer.byteLength(key) + Buffer.byteLength(text);
      if (size > STORAGE_ENTRY_LIMIT_BYTES) {
        throw new StorageRefused('exceed storage item max length');
      }
      const before = entries.get(key);
      const freed = before === undefined ? 0 : Buffer.byteLength(key) + Buffer.byteLength(before);
      if (bytes() - freed + size > STORAGE_LIMIT_BYTES) {
        throw new StorageRefused('exceed storage max size 10Mb');
      }
      entries.set(key, text);
    },
    get(key) {
      const text = entries.get(key);
      if (text === undefined) throw new StorageRefused('data not found');
      return (JSON.parse(text) as { value?: unknown }).value;
    },
    remove: (key) => entries.delete(key),
    clear: () => entries.clear(),
    keys: () => [...entries.keys()],
    sizeKb: () => Math.ceil(bytes() / 1024),
  };
}
