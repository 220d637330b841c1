import Taro from '@tarojs/taro';

/** Brings the beginning of the page into view at once; resolves in any case. */
export const scrollToTop = async (): Promise<void> => {
  await Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
};
