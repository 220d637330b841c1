import Taro from '@tarojs/taro';

export const scansCodes = true;

/** Reads a QR code or the bar code of a label; null when the person thought better of it. */
export const scanCode = async (): Promise<string | null> => {
  try {
    const { result } = await Taro.scanCode({ scanType: ['barCode', 'qrCode'] });
    return result;
  } catch {
    return null;
  }
};
