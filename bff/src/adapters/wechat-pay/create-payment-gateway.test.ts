import { createDemoCredentials, type Fault, type StandIns, startStandIns } from '../../../../scripts/stand-ins';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import type { PrepayRequest } from '../../ports/payment-gateway';
import { portErrorOf } from '../testing/port-error-of';
import { createWechatPayGateway } from './create-payment-gateway';
import { demoSettings, keysOf } from './testing/demo-settings';
import type { WechatPaySettings } from './wechat-pay-settings';

const OPENID = 'oDemo_0000000000000000000zhang';
const NOWHERE = 'http://127.0.0.1:9';
const SHORT_MS = 250;
const PREPAY_PATH = '/v3/pay/transactions/jsapi';

const credentials = sharedCredentials();
const now = new Date();
let standIns: StandIns;
let orders = 0;

beforeAll(async () => {
  standIns = await startStandIns({ credentials });
});
afterAll(() => standIns.stop());
beforeEach(() => {
  standIns.faults.reset();
  standIns.requests.clear();
});

const gateway = (changes: Partial<WechatPaySettings> = {}) =>
  createWechatPayGateway(demoSettings(credentials, { baseUrl: standIns.wechatPay.url, now: () => now, ...changes }));

function order(changes: Partial<PrepayRequest> = {}): PrepayRequest {
  orders += 1;
  return {
    outTradeNo: `GOV-20261122-${orders}*A`,
    description: '数字证书服务费',
    amountFen: 26000,
    timeExpire: `${new Date(Date.now() + 10 * 3600_000).toISOString().slice(0, 19)}+08:00`,
    openid: OPENID,
    attach: 'a-random-mark',
    appid: credentials.wechat.appId,
    mchid: credentials.wechatPay.merchantId,
    notifyUrl: 'http://127.0.0.1:9/api/callbacks/wechat-pay',
    ...changes,
  };
}

const failureOf = (promise: Promise<unknown>) =>
  portErrorOf(promise, [OPENID, 'WECHATPAY2-SHA256', 'PRIVATE KEY', credentials.wechatPay.apiV3Key]);

const fail = (fault: Fault, times?: number) => standIns.faults.set({ standIn: 'wechat-pay', fault, times });
const calls = () => standIns.requests.list('wechat-pay').length;

async function paidOrder(): Promise<PrepayRequest> {
  const request = order();
  await gateway().prepayJsapi(request);
  await standIns.wechatPay.pay(request.outTradeNo, { openId: OPENID });
  return request;
}

describe('prepay', () => {
  it('answers a sheet that WeChat opens', async () => {
    const request = order();
    const sheet = gateway().jsapiSheet(await gateway().prepayJsapi(request));
    expect(sheet).toMatchObject({
      appId: credentials.wechat.appId,
      timeStamp: String(Math.floor(now.getTime() / 1000)),
      nonceStr: 'ab'.repeat(16),
      signType: 'RSA',
    });
    expect(standIns.wechatPay.verifyPaySign(sheet)).toBe(true);
    expect(standIns.wechatPay.openSheet(sheet)).toMatchObject({
      ok: true,
      payment: { outTradeNo: request.outTradeNo },
    });
    expect(standIns.requests.list('wechat-pay')[0]).toMatchObject({ path: PREPAY_PATH, signatureOk: true });
  });

  it('answers a QR code that leads to the payment', async () => {
    const request = order({ openid: null });
    const codeUrl = await gateway().prepayNative(request);
    expect(standIns.wechatPay.paymentOfCode(codeUrl)?.outTradeNo).toBe(request.outTradeNo);
  });

  it('may be repeated unchanged, but not changed', async () => {
    const request = order();
    await gateway().prepayJsapi(request);
    const again = await gateway().prepayJsapi(request);
    expect(again).toMatch(/^wx/);
    expect(await failureOf(gateway().prepayJsapi({ ...request, amountFen: 1 }))).toMatchObject({
      port: 'payment-gateway',
      failure: 'rejected',
      vendorCode: 'INVALIDREQUEST 268498688',
    });
  });

  it('is sent again, once and unchanged, when the answer is lost', async () => {
    fail('lost-answer', 1);
    const request = order();
    await gateway({ timeoutMs: SHORT_MS }).prepayJsapi(request);
    const [second, first] = standIns.requests.list('wechat-pay');
    expect(second?.body).toEqual(first?.body);
    expect(standIns.wechatPay.payments().filter(({ outTradeNo }) => outTradeNo === request.outTradeNo)).toHaveLength(1);
  });

  it('without a payer is not even sent', async () => {
    expect(await failureOf(gateway().prepayJsapi(order({ openid: null })))).toMatchObject({ failure: 'rejected' });
    expect(calls()).toBe(0);
  });

  it('uses the fallback address when the first is not reached', async () => {
    const behind = gateway({ baseUrl: NOWHERE, fallbackBaseUrl: standIns.wechatPay.url });
    expect(standIns.wechatPay.verifyPaySign(behind.jsapiSheet(await behind.prepayJsapi(order())))).toBe(true);
  });

  it.each<[string, Fault, object, number]>([
    ['a bad signature', 'bad-signature', { failure: 'unavailable', vendorCode: 'EV3_RES_HEADER_SIGNATURE_DIGEST' }, 1],
    ['a garbled answer', 'garbled', { failure: 'unavailable', vendorCode: 'UNEXPECTED-ANSWER' }, 1],
    ['a server error', 'server-error', { failure: 'unavailable' }, 1],
    ['too many requests', 'rate-limited', { failure: 'rate-limited', vendorCode: 'FREQUENCYLIMITED 268447840' }, 1],
    ['no answer', 'timeout', { failure: 'unavailable' }, 2],
  ])('%s is no success', async (_what, fault, expected, requests) => {
    fail(fault);
    // A machine under load answers late: only what never comes is waited for shortly.
    const patience = fault === 'timeout' ? { timeoutMs: SHORT_MS } : {};
    expect(await failureOf(gateway(patience).prepayJsapi(order()))).toMatchObject(expected);
    expect(calls()).toBe(requests);
  });

  it('says when our own settings are wrong', async () => {
    const otherKey = createDemoCredentials().wechatPay.merchantPrivateKey;
    expect(await failureOf(gateway({ merchantPrivateKeyPem: otherKey }).prepayJsapi(order()))).toMatchObject({
      failure: 'misconfigured',
      vendorCode: 'SIGNERROR 268443699',
    });
    expect(await failureOf(gateway().prepayJsapi(order({ appid: 'wxdemo-other' })))).toMatchObject({
      failure: 'misconfigured',
      vendorCode: 'APPIDMCHIDNOTMATCH 268445527',
    });
  });

  it('does not believe an answer signed by another key under the right name', async () => {
    const platformKeys = keysOf(
      credentials.wechatPay.platformKeyId,
      createDemoCredentials().wechatPay.platformPublicKey,
    );
    expect(await failureOf(gateway({ platformKeys }).prepayJsapi(order()))).toMatchObject({
      failure: 'unavailable',
      vendorCode: 'EV3_RES_HEADER_SIGNATURE_DIGEST',
    });
  });
});

describe('query', () => {
  it('answers null for a number that was never ordered', async () => {
    expect(await gateway().queryByOutTradeNo('GOV-NEVER-ORDERED')).toBeNull();
  });

  it('answers the trade before and after it was paid', async () => {
    const request = order();
    await gateway().prepayJsapi(request);
    const base = {
      appid: credentials.wechat.appId,
      mchid: credentials.wechatPay.merchantId,
      outTradeNo: request.outTradeNo,
    };
    expect(await gateway().queryByOutTradeNo(request.outTradeNo)).toEqual({
      ...base,
      transactionId: null,
      tradeState: 'NOTPAY',
      amountFen: 26000,
      currency: 'CNY',
      attach: 'a-random-mark',
      payerOpenid: null,
      successTime: null,
    });
    await standIns.wechatPay.pay(request.outTradeNo, { openId: OPENID });
    expect(await gateway().queryByOutTradeNo(request.outTradeNo)).toEqual({
      ...base,
      transactionId: standIns.wechatPay.payment(request.outTradeNo)?.transactionId,
      tradeState: 'SUCCESS',
      amountFen: 26000,
      currency: 'CNY',
      attach: 'a-random-mark',
      payerOpenid: OPENID,
      successTime: expect.any(Date),
    });
  });

  it('is repeated once when no answer comes', async () => {
    const { outTradeNo } = await paidOrder();
    fail('timeout', 1);
    standIns.requests.clear();
    const trade = await gateway({ timeoutMs: SHORT_MS }).queryByOutTradeNo(outTradeNo);
    expect(trade?.tradeState).toBe('SUCCESS');
    expect(calls()).toBe(2);
  });

  it.each<Fault>(['bad-signature', 'garbled', 'server-error'])('knows nothing after %s', async (fault) => {
    const { outTradeNo } = await paidOrder();
    fail(fault);
    expect(await failureOf(gateway().queryByOutTradeNo(outTradeNo))).toMatchObject({ failure: 'unavailable' });
  });
});

describe('close', () => {
  it('may be repeated', async () => {
    const request = order();
    await gateway().prepayJsapi(request);
    await gateway().close(request.outTradeNo);
    await gateway().close(request.outTradeNo);
    expect((await gateway().queryByOutTradeNo(request.outTradeNo))?.tradeState).toBe('CLOSED');
    expect(await failureOf(gateway().prepayJsapi(request))).toMatchObject({ failure: 'rejected' });
  });

  it('is refused when the money has come', async () => {
    const { outTradeNo } = await paidOrder();
    expect(await failureOf(gateway().close(outTradeNo))).toMatchObject({ failure: 'rejected' });
  });

  it('has an unknown outcome when the answer is not proven', async () => {
    const request = order();
    await gateway().prepayJsapi(request);
    fail('bad-signature');
    expect(await failureOf(gateway().close(request.outTradeNo))).toMatchObject({ failure: 'unavailable' });
  });

  it('of an unknown number is an error: such an answer is not signed and ends nothing', async () => {
    expect(await failureOf(gateway().close('GOV-NEVER-ORDERED'))).toMatchObject({
      failure: 'rejected',
      vendorCode: 'ORDERNOTEXIST 268512771',
    });
  });
});

describe('refund', () => {
  const refundOf = ({ outTradeNo, amountFen }: PrepayRequest) => ({
    outTradeNo,
    outRefundNo: `R-${outTradeNo}`,
    refundFen: amountFen,
    totalFen: amountFen,
    reason: '重复支付',
  });

  it('is accepted first and done later, and the same number is the same refund', async () => {
    const refund = refundOf(await paidOrder());
    const accepted = await gateway().refund(refund);
    expect(accepted).toEqual({ status: 'PROCESSING', acceptedAt: expect.any(Date) });
    expect(await gateway().refund(refund)).toEqual(accepted);
    expect(await gateway().queryRefund(refund.outRefundNo)).toEqual(accepted);
    await standIns.wechatPay.completeRefund(refund.outRefundNo);
    expect(await gateway().queryRefund(refund.outRefundNo)).toEqual({ ...accepted, status: 'SUCCESS' });
    expect((await gateway().queryByOutTradeNo(refund.outTradeNo))?.tradeState).toBe('REFUND');
  });

  it('can go wrong at the bank', async () => {
    const refund = refundOf(await paidOrder());
    await gateway().refund(refund);
    fail('refund-abnormal');
    await standIns.wechatPay.completeRefund(refund.outRefundNo);
    expect(await gateway().queryRefund(refund.outRefundNo)).toMatchObject({ status: 'ABNORMAL' });
  });

  it('is sent once only when no answer comes, and found by its number', async () => {
    const refund = refundOf(await paidOrder());
    fail('lost-answer');
    standIns.requests.clear();
    expect(await failureOf(gateway({ timeoutMs: SHORT_MS }).refund(refund))).toMatchObject({ failure: 'unavailable' });
    expect(calls()).toBe(1);
    standIns.faults.reset();
    expect(await gateway().queryRefund(refund.outRefundNo)).toMatchObject({ status: 'PROCESSING' });
  });

  it('is rejected when it is more than was paid', async () => {
    const request = await paidOrder();
    expect(await failureOf(gateway().refund({ ...refundOf(request), totalFen: 1 }))).toMatchObject({
      failure: 'rejected',
    });
  });

  it('answers null for a number that was never used', async () => {
    expect(await gateway().queryRefund('R-NEVER')).toBeNull();
  });
});
