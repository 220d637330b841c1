import Taro from '@tarojs/taro';

/** Shows one picture as large as the screen. */
export const previewPhoto = (path: string): void => {
  Taro.previewImage({ urls: [path], current: path }).catch(() => undefined);
};
