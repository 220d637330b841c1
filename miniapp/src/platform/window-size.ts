import Taro from '@tarojs/taro';

/** The page's own area in points, without the platform's title bar. */
export const windowSize = (): { readonly width: number; readonly height: number } => {
  const { windowWidth, windowHeight } = Taro.getWindowInfo();
  return { width: windowWidth, height: windowHeight };
};
