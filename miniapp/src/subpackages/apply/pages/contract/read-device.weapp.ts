import Taro from '@tarojs/taro';
import { describeDevice } from './describe-device';

/** The device this program runs on, for the record of consent. */
export function readDevice(): string {
  const { brand, model, system } = Taro.getDeviceInfo();
  const { version } = Taro.getAppBaseInfo();
  return describeDevice({ brand, model, system, version, host: 'WeChat' });
}
