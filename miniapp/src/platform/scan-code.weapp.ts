import Taro from '@tarojs/taro';
import { isCancellation } from './cancellation';
import type { ScanOutcome } from './scan-outcome';

export const scansCodes = true;

/** Reads a QR code or the bar code of a label. */
export const scanCode = async (): Promise<ScanOutcome> => {
  try {
    const { result } = await Taro.scanCode({ scanType: ['barCode', 'qrCode'] });
    return { text: result };
  } catch (failure) {
    return isCancellation(failure) ? 'cancelled' : 'failed';
  }
};
