import Taro from '@tarojs/taro';
import type { AppFacts } from './app-facts.h5';

let known: AppFacts | null = null;

/** Only a released version has a number; others are named by their stage (develop, trial). */
export const readAppFacts = (): AppFacts => {
  if (!known) {
    const { version, envVersion } = Taro.getAccountInfoSync().miniProgram;
    const { SDKVersion, version: wechat } = Taro.getAppBaseInfo();
    const { platform, system } = Taro.getDeviceInfo();
    known = { appVersion: version || envVersion, platform: `weapp ${platform} ${system} ${wechat} ${SDKVersion}` };
  }
  return known;
};
