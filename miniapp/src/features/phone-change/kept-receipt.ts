import type { KeyValueStorage } from '../../platform/key-value-storage';

const KEY = 'phone-change-receipt';

/** The receipt of the change that was asked for on this device: with it its state is read without signing in. */
export const keptReceipt = (storage: KeyValueStorage) => ({
  read(): string | null {
    const stored = storage.read(KEY);
    return typeof stored === 'string' && /^[0-9a-f]{64}$/.test(stored) ? stored : null;
  },
  keep: (receipt: string): void => storage.write(KEY, receipt),
  forget: (): void => storage.remove(KEY),
});
