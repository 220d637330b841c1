import Taro from '@tarojs/taro';

/** WeChat says itself that it was copied. */
export const saysCopied = true;

export const copyText = async (text: string): Promise<boolean> => {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
};
