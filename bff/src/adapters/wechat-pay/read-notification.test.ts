import { createCipheriv, createSign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createDemoCredentials, type StandIns, startStandIns } from '../../../../scripts/stand-ins';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import { NotificationError, type RawNotification } from '../../ports/payment-gateway';
import { createWechatPayGateway } from './create-payment-gateway';
import { readPaymentNotification } from './read-notification';
import { demoSettings, keysOf } from './testing/demo-settings';

const MINUTE = 60_000;
const credentials = sharedCredentials();
const { wechatPay } = credentials;
const keys = {
  platformKeys: keysOf(wechatPay.platformKeyId, wechatPay.platformPublicKey),
  apiV3Key: wechatPay.apiV3Key,
};
const now = new Date();

const read = (notification: RawNotification, at = now) => readPaymentNotification(notification, keys, at);

function refusalOf(notification: RawNotification, at = now): string {
  try {
    read(notification, at);
  } catch (error) {
    if (error instanceof NotificationError) return error.reason;
    throw error;
  }
  throw new Error('not refused');
}

const TRADE = {
  appid: credentials.wechat.appId,
  mchid: wechatPay.merchantId,
  out_trade_no: 'GOV-1',
  transaction_id: '4200000001',
  trade_state: 'SUCCESS',
  success_time: '2026-11-22T10:00:00+08:00',
  amount: { total: 26000, payer_total: 26000, currency: 'CNY', payer_currency: 'CNY' },
};

function envelopeOf(content: object, changes: object = {}, resourceChanges: object = {}): object {
  const nonce = 'abcdefghijkl';
  const cipher = createCipheriv('aes-256-gcm', wechatPay.apiV3Key, nonce).setAAD(Buffer.from('transaction'));
  const sealed = [cipher.update(JSON.stringify(content), 'utf8'), cipher.final(), cipher.getAuthTag()];
  return {
    id: 'EV-1',
    create_time: '2026-11-22T10:00:01+08:00',
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: {
      original_type: 'transaction',
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: Buffer.concat(sealed).toString('base64'),
      associated_data: 'transaction',
      nonce,
      ...resourceChanges,
    },
    ...changes,
  };
}

function signed(body: string, headers: Record<string, string | undefined> = {}): RawNotification {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createSign('RSA-SHA256').update(`${timestamp}\nnonce\n${body}\n`);
  return {
    body,
    headers: {
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': 'nonce',
      'wechatpay-serial': wechatPay.platformKeyId,
      'wechatpay-signature': signature.sign(wechatPay.platformPrivateKey, 'base64'),
      'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
      ...headers,
    },
  };
}
const genuine = () => signed(JSON.stringify(envelopeOf(TRADE)));

describe('a genuine notification', () => {
  it('is read', () => {
    expect(read(genuine())).toEqual({
      id: 'EV-1',
      eventType: 'TRANSACTION.SUCCESS',
      about: 'trade',
      trade: {
        appid: TRADE.appid,
        mchid: TRADE.mchid,
        outTradeNo: 'GOV-1',
        transactionId: '4200000001',
        tradeState: 'SUCCESS',
        amountFen: 26000,
        currency: 'CNY',
        attach: null,
        payerOpenid: null,
        successTime: new Date('2026-11-22T02:00:00Z'),
      },
    });
  });

  it('is read whatever the case of its header names, and without the type of its signature', () => {
    const { body, headers } = genuine();
    const shouted = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
    expect(read({ body, headers: shouted }).id).toBe('EV-1');
    expect(read(signed(body, { 'wechatpay-signature-type': undefined })).id).toBe('EV-1');
  });

  it('is read again within five minutes with the same id, and refused when replayed later', () => {
    const notification = genuine();
    expect(read(notification, new Date(now.getTime() + 4 * MINUTE)).id).toBe('EV-1');
    expect(refusalOf(notification, new Date(now.getTime() + 6 * MINUTE))).toBe('signature-invalid');
    expect(refusalOf(notification, new Date(now.getTime() - 6 * MINUTE))).toBe('signature-invalid');
  });

  it('of a refund is read as a refund', () => {
    const refund = {
      mchid: TRADE.mchid,
      out_trade_no: 'GOV-1',
      out_refund_no: 'GOV-1-R',
      refund_status: 'SUCCESS',
      amount: { total: 26000, refund: 26000, payer_total: 26000, payer_refund: 26000 },
    };
    const envelope = envelopeOf(refund, { event_type: 'REFUND.SUCCESS' }, { original_type: 'refund' });
    expect(read(signed(JSON.stringify(envelope)))).toMatchObject({
      about: 'refund',
      refund: { outTradeNo: 'GOV-1', outRefundNo: 'GOV-1-R', status: 'SUCCESS', refundFen: 26000, totalFen: 26000 },
    });
  });

  it.each(['COUPON.USE', 'TRANSACTION.PAYSCORE', 'SOMETHING.NEW'])(
    'of the event %s asks for nothing, whatever lies inside',
    (event) => {
      const body = JSON.stringify(envelopeOf(TRADE, { event_type: event }));
      expect(read(signed(body))).toEqual({ id: 'EV-1', eventType: event, about: 'other' });
    },
  );

  it('tells of a coupon by its whole amount', () => {
    const amount = { ...TRADE.amount, payer_total: 25000 };
    expect(read(signed(JSON.stringify(envelopeOf({ ...TRADE, amount }))))).toMatchObject({
      trade: { amountFen: 26000 },
    });
  });
});

describe('a notification whose sender is not proven', () => {
  it.each<[string, Record<string, string | undefined>]>([
    ['no timestamp', { 'wechatpay-timestamp': undefined }],
    ['a timestamp that is no number', { 'wechatpay-timestamp': 'today' }],
    ['another timestamp', { 'wechatpay-timestamp': String(Math.floor(now.getTime() / 1000) + 1) }],
    ['no nonce', { 'wechatpay-nonce': undefined }],
    ['another nonce', { 'wechatpay-nonce': 'other' }],
    ['no serial', { 'wechatpay-serial': undefined }],
    ['an unknown serial', { 'wechatpay-serial': 'PUB_KEY_ID_0demo000000000000' }],
    ['a serial that every object has', { 'wechatpay-serial': 'constructor' }],
    ['no signature', { 'wechatpay-signature': undefined }],
    ['a signature that is no base64', { 'wechatpay-signature': '签名' }],
    ['the signature of a probe', { 'wechatpay-signature': 'WECHATPAY/SIGNTEST/abcdefgh' }],
    ['another kind of signature', { 'wechatpay-signature-type': 'WECHATPAY2-SM2-WITH-SM3' }],
  ])('has %s', (_what, headers) => {
    expect(refusalOf(signed(JSON.stringify(envelopeOf(TRADE)), headers))).toBe('signature-invalid');
  });

  it('was tampered with, or only written differently', () => {
    const { body, headers } = genuine();
    expect(refusalOf({ headers, body: body.replace('EV-1', 'EV-2') })).toBe('signature-invalid');
    expect(refusalOf({ headers, body: JSON.stringify(JSON.parse(body), null, 1) })).toBe('signature-invalid');
  });

  it('was signed by somebody else', () => {
    const other = createDemoCredentials().wechatPay.platformPublicKey;
    expect(() =>
      readPaymentNotification(genuine(), { ...keys, platformKeys: keysOf(wechatPay.platformKeyId, other) }, now),
    ).toThrow(NotificationError);
  });
});

describe('a signed notification that cannot be read', () => {
  it.each<[string, string]>([
    ['is no JSON', 'not json'],
    ['is no object', '[]'],
    ['has no id', JSON.stringify(envelopeOf(TRADE, { id: '' }))],
    ['has a resource that is not encrypted', JSON.stringify(envelopeOf(TRADE, { resource_type: 'plain' }))],
    ['is encrypted in another way', JSON.stringify(envelopeOf(TRADE, {}, { algorithm: 'AEAD_SM4_GCM' }))],
    ['has other associated data', JSON.stringify(envelopeOf(TRADE, {}, { associated_data: 'refund' }))],
    ['has no ciphertext', JSON.stringify(envelopeOf(TRADE, {}, { ciphertext: '' }))],
    ['has an altered ciphertext', JSON.stringify(envelopeOf(TRADE, {}, { ciphertext: 'AAAA'.repeat(20) }))],
    ['holds a refund', JSON.stringify(envelopeOf({ refund_status: 'SUCCESS' }, { event_type: 'REFUND.SUCCESS' }))],
    ['has a state that is not known', JSON.stringify(envelopeOf({ ...TRADE, trade_state: 'PAID' }))],
    ['has no event', JSON.stringify(envelopeOf(TRADE, { event_type: '' }))],
    ['holds a trade and says it is a refund', JSON.stringify(envelopeOf(TRADE, { event_type: 'REFUND.SUCCESS' }))],
    ['says it holds a refund', JSON.stringify(envelopeOf(TRADE, {}, { original_type: 'refund' }))],
    ['has an amount that is not whole', JSON.stringify(envelopeOf({ ...TRADE, amount: { total: 0.5 } }))],
    ['reports success of a trade that is not paid', JSON.stringify(envelopeOf({ ...TRADE, trade_state: 'NOTPAY' }))],
  ])('%s', (_what, body) => {
    expect(refusalOf(signed(body))).toBe('content-invalid');
  });

  it('is encrypted with another APIv3 key', () => {
    const otherKey = { ...keys, apiV3Key: 'demo5678901234567890123456789012' };
    expect(() => readPaymentNotification(genuine(), otherKey, now)).toThrow(
      expect.objectContaining({ reason: 'content-invalid' }),
    );
  });
});

describe('notifications of the stand-in', () => {
  let standIns: StandIns;
  let server: Server;
  let received: RawNotification[] = [];

  beforeAll(async () => {
    standIns = await startStandIns({ credentials });
    server = createServer(async (request, response) => {
      const body = await text(request);
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
      );
      received.push({ headers, body });
      response.writeHead(204).end();
    });
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening);
    });
  });
  afterAll(async () => {
    await standIns.stop();
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    standIns.faults.reset();
    received = [];
  });

  const gateway = () => {
    const notifyUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`;
    return createWechatPayGateway(demoSettings(credentials, { baseUrl: standIns.wechatPay.url, notifyUrl }));
  };

  async function pay(outTradeNo: string): Promise<void> {
    const timeExpire = `${new Date(Date.now() + 10 * 3600_000).toISOString().slice(0, 19)}+08:00`;
    const { appid, mchid, notifyUrl } = gateway();
    const facts = {
      outTradeNo,
      description: '数字证书服务费',
      amountFen: 19500,
      timeExpire,
      openid: null,
      attach: 'mark',
    };
    await gateway().prepayNative({ ...facts, appid, mchid, notifyUrl });
    await standIns.wechatPay.pay(outTradeNo);
    await standIns.wechatPay.idle();
  }

  it('tell of a payment what a query tells', async () => {
    await pay('GOV-N-1');
    const notification = gateway().readNotification(received[0]!, new Date());
    expect(notification.eventType).toBe('TRANSACTION.SUCCESS');
    expect(notification).toMatchObject({ about: 'trade', trade: await gateway().queryByOutTradeNo('GOV-N-1') });
  });

  it('come twice with one id', async () => {
    standIns.faults.set({ standIn: 'wechat-pay', fault: 'duplicate-notification' });
    await pay('GOV-N-2');
    const ids = received.map((notification) => gateway().readNotification(notification, new Date()).id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('are refused when the signature is wrong, and carry a wrong amount through for the caller to compare', async () => {
    standIns.faults.set({ standIn: 'wechat-pay', fault: 'bad-signature', onPath: 'notification' });
    await pay('GOV-N-3');
    expect(() => gateway().readNotification(received[0]!, new Date())).toThrow(
      expect.objectContaining({ reason: 'signature-invalid' }),
    );
    standIns.faults.reset();
    received = [];
    standIns.faults.set({ standIn: 'wechat-pay', fault: 'wrong-amount' });
    await pay('GOV-N-4');
    expect(gateway().readNotification(received[0]!, new Date())).toMatchObject({ trade: { amountFen: 19501 } });
  });
});
