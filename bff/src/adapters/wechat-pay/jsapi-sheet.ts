import type { JsapiSheet } from '@acceptance/shared';
import { Rsa } from 'wechatpay-axios-plugin';
import type { WechatPaySettings } from './wechat-pay-settings';

const NONCE_BYTES = 16;

/**
 * What `wx.requestPayment` is called with. Signed text: appId, timeStamp, nonceStr and `prepay_id=…`, a line each
 * (JSAPI 调起支付, API v3), by RSA-SHA256 with the merchant's key.
 */
export function createJsapiSheet(settings: WechatPaySettings, prepayId: string): JsapiSheet {
  const timeStamp = String(Math.floor(settings.now().getTime() / 1000));
  const nonceStr = settings.randomHex(NONCE_BYTES);
  const packageText = `prepay_id=${prepayId}`;
  const signed = `${settings.appid}\n${timeStamp}\n${nonceStr}\n${packageText}\n`;
  return {
    appId: settings.appid,
    timeStamp,
    nonceStr,
    package: packageText,
    signType: 'RSA',
    paySign: Rsa.sign(signed, settings.merchantPrivateKeyPem),
  };
}
