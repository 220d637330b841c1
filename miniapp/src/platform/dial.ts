import Taro from '@tarojs/taro';

/** Opens the phone's dialler; nothing happens when the person thinks better of it. */
export const dial = (phoneNumber: string): void => {
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
};
