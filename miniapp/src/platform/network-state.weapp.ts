import Taro from '@tarojs/taro';

export const isOnline = async (): Promise<boolean> => {
  const { networkType } = await Taro.getNetworkType();
  return networkType !== 'none';
};
