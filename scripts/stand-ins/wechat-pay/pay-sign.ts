import { createVerify } from 'node:crypto';
import { openedPublicKey } from './opened-key';

/** What wx.requestPayment is called with, plus the appId, which is signed but not passed. */
export interface PaySheetParameters {
  appId: string;
  timeStamp: string;
  nonceStr: string;
  /** `prepay_id=…` */
  package: string;
  signType?: string;
  paySign: string;
}

/**
 * Whether `paySign` is the merchant's RSA-SHA256 signature over appId, timeStamp, nonceStr and package,
 * each line ended by \n (小程序调起支付签名). A parameter that is not text makes it false.
 */
export function verifyPaySign(parameters: PaySheetParameters, merchantPublicKey: string): boolean {
  const { appId, timeStamp, nonceStr, package: prepay, signType = 'RSA', paySign } = parameters;
  const lines = [appId, timeStamp, nonceStr, prepay];
  if (signType !== 'RSA' || typeof paySign !== 'string' || lines.some((line) => typeof line !== 'string' || !line)) {
    return false;
  }
  return createVerify('RSA-SHA256')
    .update(`${lines.join('\n')}\n`)
    .verify(openedPublicKey(merchantPublicKey), paySign, 'base64');
}
