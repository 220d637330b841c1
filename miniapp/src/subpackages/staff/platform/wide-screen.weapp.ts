import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { WIDE_FROM_PX } from './wide-from';

const subscribe = (listener: () => void) => {
  Taro.onWindowResize(listener);
  return () => Taro.offWindowResize(listener);
};
const isWide = (): boolean => Taro.getWindowInfo().windowWidth >= WIDE_FROM_PX;

export const useWideScreen = (): boolean => useSyncExternalStore(subscribe, isWide, isWide);
