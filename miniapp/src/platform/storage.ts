import Taro from '@tarojs/taro';
import type { KeyValueStorage } from './key-value-storage';

/** The device's storage: wx storage in the mini-program, localStorage in a browser. */
export const localStorage: KeyValueStorage = {
  read: (key) => Taro.getStorageSync<unknown>(key),
  write: (key, value) => Taro.setStorageSync(key, value),
  remove: (key) => Taro.removeStorageSync(key),
};

/** The names of all values in it. */
export const storedNames = (): readonly string[] => Taro.getStorageInfoSync().keys;
