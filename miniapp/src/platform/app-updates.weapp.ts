import Taro from '@tarojs/taro';

export const onUpdateReady = (ready: (restart: () => void) => void): void => {
  const manager = Taro.getUpdateManager();
  manager.onUpdateReady(() => ready(() => manager.applyUpdate()));
};
