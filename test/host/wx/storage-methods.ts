import { bagOf } from '../bag';
import { STORAGE_LIMIT_BYTES, StorageRefused } from '../phone/storage';
import type { WxContext } from './wx-context';
import { requireText, WxFailure } from './wx-failure';
import { asyncMethods, syncMethod, type WxMethods } from './wx-method';

const told = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw error instanceof StorageRefused ? new WxFailure(error.message) : error;
  }
};

export function storageMethods(context: WxContext): WxMethods {
  const { storage } = context.phone;
  const info = () => ({
    keys: storage.keys(),
    currentSize: storage.sizeKb(),
    limitSize: STORAGE_LIMIT_BYTES / 1024,
  });
  const key = (value: unknown): string => requireText({ key: value }, 'key');
  return {
    ...asyncMethods(context, {
      setStorage: (options) => told(() => storage.set(key(options.key), options.data)),
      getStorage: (options) => told(() => ({ data: storage.get(key(options.key)) })),
      removeStorage: (options) => storage.remove(key(options.key)),
      clearStorage: () => storage.clear(),
      getStorageInfo: info,
    }),
    setStorageSync: syncMethod(context, 'setStorageSync', (name, value) => told(() => storage.set(key(name), value))),
    // Documented: a missing key is '' here, and fails in getStorage.
    getStorageSync: syncMethod(context, 'getStorageSync', (name) =>
      storage.keys().includes(key(name)) ? storage.get(key(name)) : '',
    ),
    removeStorageSync: syncMethod(context, 'removeStorageSync', (name) => storage.remove(key(name))),
    clearStorageSync: syncMethod(context, 'clearStorageSync', () => storage.clear()),
    getStorageInfoSync: syncMethod(context, 'getStorageInfoSync', () => bagOf(info())),
  };
}
