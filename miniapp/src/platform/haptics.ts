import Taro from '@tarojs/taro';

/** A short tick to confirm a touch; silent where the device has none. */
export const tick = (): void => {
  Taro.vibrateShort({ type: 'light' }).catch(() => undefined);
};
