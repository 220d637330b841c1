import { createCipheriv, generateKeyPairSync, type KeyPairKeyObjectResult, randomUUID, sign } from 'node:crypto';
import { endpoints } from '@acceptance/shared';
import { readPaymentNotification } from '../../bff/src/adapters/wechat-pay/read-notification';
import { keysOf } from '../../bff/src/adapters/wechat-pay/testing/demo-settings';
import type { PaymentAttempt } from '../../bff/src/modules/orders';
import { rawRequest } from './raw-request';
import type { TestSystem } from './test-system';

const SERIAL = 'PUB_KEY_ID_0000000000000000000000000001';
const NONCE = 'abcdefghijkl';

export interface Notice {
  readonly content: object;
  readonly id?: string;
  readonly eventType?: string;
  readonly originalType?: string;
  /** Null: the request names none. */
  readonly mediaType?: string | null;
}

/** How the trade of an attempt is told when it was paid just now. */
export const tradeOf = ({ outTradeNo, request, amountFen }: PaymentAttempt, now: Date, change: object = {}) => ({
  appid: request.appid,
  mchid: request.mchid,
  out_trade_no: outTradeNo,
  transaction_id: '4200000001202611230000000001',
  trade_state: 'SUCCESS',
  attach: request.attach,
  success_time: now.toISOString(),
  amount: { total: amountFen, payer_total: amountFen, currency: 'CNY', payer_currency: 'CNY' },
  ...change,
});

/** Made once: it takes longer than the tests that need it. */
let keyPair: KeyPairKeyObjectResult | null = null;

/** Has the running BFF know a key of ours as one of WeChat Pay's, and answers how to send what that key has signed. */
export function noticesSignedByUs(system: TestSystem): (notice: Notice) => ReturnType<typeof rawRequest> {
  keyPair ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { privateKey, publicKey } = keyPair;
  const apiV3Key = system.environment.WECHAT_PAY_API_V3_KEY ?? '';
  const keys = { platformKeys: keysOf(SERIAL, publicKey.export({ type: 'spki', format: 'pem' }).toString()), apiV3Key };
  const { paymentGateway } = system.container();
  const { readNotification } = paymentGateway;
  paymentGateway.readNotification = (raw, now) =>
    raw.headers['wechatpay-serial'] === SERIAL ? readPaymentNotification(raw, keys, now) : readNotification(raw, now);
  return ({
    content,
    id = randomUUID(),
    eventType = 'TRANSACTION.SUCCESS',
    originalType = 'transaction',
    mediaType,
  }) => {
    const cipher = createCipheriv('aes-256-gcm', apiV3Key, NONCE).setAAD(Buffer.from(originalType));
    const ciphertext = [cipher.update(JSON.stringify(content), 'utf8'), cipher.final(), cipher.getAuthTag()];
    const body = JSON.stringify({
      id,
      event_type: eventType,
      resource_type: 'encrypt-resource',
      resource: {
        original_type: originalType,
        algorithm: 'AEAD_AES_256_GCM',
        ciphertext: Buffer.concat(ciphertext).toString('base64'),
        associated_data: originalType,
        nonce: NONCE,
      },
    });
    const timestamp = String(Math.floor(system.clock.now().getTime() / 1000));
    const signature = sign('sha256', Buffer.from(`${timestamp}\nnonce\n${body}\n`), privateKey).toString('base64');
    return rawRequest(system, 'POST', endpoints.callbacks.weChatPay.path, {
      headers: {
        ...(mediaType !== null && { 'content-type': mediaType ?? 'application/json' }),
        'wechatpay-serial': SERIAL,
        'wechatpay-timestamp': timestamp,
        'wechatpay-nonce': 'nonce',
        'wechatpay-signature': signature,
      },
      body: Buffer.from(body),
    });
  };
}
