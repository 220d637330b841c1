import { createSign, createVerify, randomBytes } from 'node:crypto';
import type { DemoCredentials } from '../../demo-credentials';

/** What a test may change about an otherwise right call. */
export interface CallChanges {
  mchid?: string;
  serial?: string;
  /** Seconds */
  timestamp?: number;
  privateKey?: string;
  /** Undefined leaves the header out. */
  headers?: Record<string, string | undefined>;
  /** In place of the body that was signed. */
  sentBody?: string;
}

export interface SignedAnswer {
  status: number;
  body: string;
  json: Record<string, unknown>;
  headers: Headers;
  /** Whether the platform's key signed exactly this answer. */
  signedByPlatform: boolean;
}

/** Whether the headers hold the platform's signature of the body. */
export function isSignedByPlatform(
  header: (name: string) => string | null | undefined,
  body: string,
  credentials: DemoCredentials['wechatPay'],
): boolean {
  if (header('wechatpay-serial') !== credentials.platformKeyId) return false;
  return createVerify('RSA-SHA256')
    .update(`${header('wechatpay-timestamp')}\n${header('wechatpay-nonce')}\n${body}\n`)
    .verify(credentials.platformPublicKey, header('wechatpay-signature') ?? '', 'base64');
}

/** Calls API v3 with requests signed by hand: this code shares nothing with the stand-in that judges them. */
export function createHandMadeMerchant(o: { url: () => string; credentials: DemoCredentials; now: () => Date }) {
  const { wechat, wechatPay } = o.credentials;

  async function call(
    method: string,
    target: string,
    body?: unknown,
    changes: CallChanges = {},
  ): Promise<SignedAnswer> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const timestamp = changes.timestamp ?? Math.floor(o.now().getTime() / 1000);
    const nonce = randomBytes(16).toString('hex');
    const signature = createSign('RSA-SHA256')
      .update(`${method}\n${target}\n${timestamp}\n${nonce}\n${text}\n`)
      .sign(changes.privateKey ?? wechatPay.merchantPrivateKey, 'base64');
    const headers: Record<string, string | undefined> = {
      Accept: 'application/json',
      'Content-Type': method === 'POST' ? 'application/json' : undefined,
      'User-Agent': 'hand-made',
      'Wechatpay-Serial': wechatPay.platformKeyId,
      Authorization: `WECHATPAY2-SHA256-RSA2048 mchid="${changes.mchid ?? wechatPay.merchantId}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${changes.serial ?? wechatPay.merchantSerial}"`,
      ...changes.headers,
    };
    const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const response = await fetch(`${o.url()}${target}`, {
      method,
      headers: sent,
      body: method === 'POST' ? (changes.sentBody ?? text) : undefined,
    });
    const answer = await response.text();
    return {
      status: response.status,
      body: answer,
      json: answer.startsWith('{') && answer.endsWith('}') ? JSON.parse(answer) : {},
      headers: response.headers,
      signedByPlatform: isSignedByPlatform((name) => response.headers.get(name), answer, wechatPay),
    };
  }

  /** The smallest right order. */
  const order = (outTradeNo: string, o: Record<string, unknown> = {}): Record<string, unknown> => ({
    appid: wechat.appId,
    mchid: wechatPay.merchantId,
    description: '企业数字证书新办',
    out_trade_no: outTradeNo,
    notify_url: 'https://example.com/callbacks/wechat-pay',
    amount: { total: 26000, currency: 'CNY' },
    payer: { openid: 'oDemo_0000000000000000zhang' },
    ...o,
  });

  return {
    call,
    order,
    jsapi: (body: unknown, changes?: CallChanges) => call('POST', '/v3/pay/transactions/jsapi', body, changes),
    native: (outTradeNo: string, o: Record<string, unknown> = {}) => {
      const { payer: _payer, ...body } = order(outTradeNo, o);
      return call('POST', '/v3/pay/transactions/native', body);
    },
    query: (outTradeNo: string) =>
      call('GET', `/v3/pay/transactions/out-trade-no/${outTradeNo}?mchid=${wechatPay.merchantId}`),
    close: (outTradeNo: string) =>
      call('POST', `/v3/pay/transactions/out-trade-no/${outTradeNo}/close`, { mchid: wechatPay.merchantId }),
    refund: (body: unknown) => call('POST', '/v3/refund/domestic/refunds', body),
    /** What wx.requestPayment would be called with. */
    sheet(prepayId: string, privateKey = wechatPay.merchantPrivateKey) {
      const [appId, timeStamp, nonceStr, prepay] = [wechat.appId, '1795309200', 'abcdef', `prepay_id=${prepayId}`];
      const paySign = createSign('RSA-SHA256')
        .update(`${appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`)
        .sign(privateKey, 'base64');
      return { appId, timeStamp, nonceStr, package: prepay, signType: 'RSA', paySign };
    },
  };
}
