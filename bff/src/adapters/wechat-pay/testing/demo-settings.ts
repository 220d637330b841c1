import type { DemoCredentials } from '../../../../../scripts/stand-ins';
import type { PlatformKeys } from '../platform-keys';
import type { WechatPaySettings } from '../wechat-pay-settings';

/** One key of WeChat Pay under one serial. */
export function keysOf(serial: string, pem: string): PlatformKeys {
  const all = { [serial]: pem };
  return { preferred: serial, all: () => all };
}

/** Settings of the demo merchant. The notify address leads nowhere unless a test gives its own. */
export const demoSettings = (
  { wechat, wechatPay }: DemoCredentials,
  changes: Partial<WechatPaySettings> & Pick<WechatPaySettings, 'baseUrl'>,
): WechatPaySettings => ({
  appid: wechat.appId,
  mchid: wechatPay.merchantId,
  merchantSerial: wechatPay.merchantSerial,
  merchantPrivateKeyPem: wechatPay.merchantPrivateKey,
  platformKeys: keysOf(wechatPay.platformKeyId, wechatPay.platformPublicKey),
  apiV3Key: wechatPay.apiV3Key,
  notifyUrl: 'http://127.0.0.1:9/api/callbacks/wechat-pay',
  now: () => new Date(),
  randomHex: (bytes) => 'ab'.repeat(bytes),
  ...changes,
});
