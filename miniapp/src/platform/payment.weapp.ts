import type { JsapiSheet, PaymentChannel } from '@acceptance/shared';
import Taro from '@tarojs/taro';
import type { PaymentOutcome } from './payment-outcome';

export const PAYMENT_CHANNEL: PaymentChannel = 'wechat-jsapi';

export const openPaymentSheet = async (sheet: JsapiSheet): Promise<PaymentOutcome> => {
  const { timeStamp, nonceStr, package: prepay, signType, paySign } = sheet;
  try {
    await Taro.requestPayment({ timeStamp, nonceStr, package: prepay, signType, paySign });
    return 'closed';
  } catch (failure) {
    const text = String((failure as { readonly errMsg?: unknown } | null)?.errMsg ?? failure);
    // Any other failure may still have taken money: treat it as closed and let the server say.
    return /cancel/i.test(text) ? 'cancelled' : 'closed';
  }
};
