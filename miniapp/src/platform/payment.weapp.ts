import type { JsapiSheet, PaymentChannel } from '@acceptance/shared';
import Taro from '@tarojs/taro';
import type { PaymentOutcome } from './payment-outcome';

export const PAYMENT_CHANNEL: PaymentChannel = 'wechat-jsapi';

export const openPaymentSheet = async (sheet: JsapiSheet): Promise<PaymentOutcome> => {
  const { timeStamp, nonceStr, package: prepay, signType, paySign } = sheet;
  try {
    await Taro.requestPayment({ timeStamp, nonceStr, package: prepay, signType, paySign });
    return { kind: 'closed' };
  } catch (failure) {
    const reason = String((failure as { readonly errMsg?: unknown } | null)?.errMsg ?? failure);
    return /cancel/i.test(reason) ? { kind: 'cancelled' } : { kind: 'failed', reason };
  }
};
