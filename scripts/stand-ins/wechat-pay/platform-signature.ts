import { createSign, randomBytes } from 'node:crypto';
import { openedPrivateKey } from './opened-key';

export interface PlatformKey {
  keyId: string;
  /** PEM */
  privateKey: string;
}

/** The headers by which WeChat Pay signs an answer or a notification: RSA-SHA256 over timestamp\nnonce\nbody\n. */
export function platformSignatureHeaders(body: string, key: PlatformKey, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const nonce = randomBytes(16).toString('hex');
  const signature = createSign('RSA-SHA256')
    .update(`${timestamp}\n${nonce}\n${body}\n`)
    .sign(openedPrivateKey(key.privateKey), 'base64');
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': key.keyId,
    'Wechatpay-Signature': signature,
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  };
}
