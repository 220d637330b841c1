import { createDemoCredentials } from '../demo-credentials';
import { createStandInEnvironment } from '../serving/environment';
import { createManualScheduler } from '../serving/scheduler';
import { sharedCredentials } from '../testing/shared-credentials';
import { startWechatPay, type WechatPayStandIn } from './start-wechat-pay';
import { createHandMadeMerchant } from './testing/hand-made-merchant';

const credentials = sharedCredentials();
const scheduler = createManualScheduler(new Date('2026-11-22T01:00:00Z'));
const environment = createStandInEnvironment({ now: scheduler.now, scheduler });
const merchant = createHandMadeMerchant({ url: () => pay.url, credentials, now: scheduler.now });
const { order } = merchant;
let pay: WechatPayStandIn;

beforeEach(async () => {
  pay = await startWechatPay({ credentials, environment });
  environment.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
});
afterEach(async () => {
  environment.faults.reset();
  await pay.stop();
});

describe('placing an order', () => {
  test.each([
    ['/out_trade_no', { out_trade_no: 'short' }],
    ['/out_trade_no', { out_trade_no: 'has space1' }],
    ['/out_trade_no', { out_trade_no: 'x'.repeat(33) }],
    ['/amount/total', { amount: { total: 0 } }],
    ['/amount/total', { amount: { total: 1.5 } }],
    ['/amount/total', { amount: { total: '100' } }],
    ['/amount/currency', { amount: { total: 1, currency: 'USD' } }],
    ['/notify_url', { notify_url: 'https://example.com/notify?order=1' }],
    ['/notify_url', { notify_url: '/notify' }],
    ['/time_expire', { time_expire: '2026-11-22 10:00:00' }],
    ['/payer', { payer: undefined }],
    ['/payer/openid', { payer: {} }],
    ['/detail/goods_detail', { detail: { goods_detail: [] } }],
  ])('a wrong %s is 400 PARAM_ERROR that names it', async (field, change) => {
    const answer = await merchant.jsapi(order('ORDER-0001', change));
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ code: 'PARAM_ERROR', detail: { field, location: 'body' } });
    expect(pay.payments()).toEqual([]);
  });

  test('an unknown parameter has its own internal number', async () => {
    const answer = await merchant.jsapi(order('ORDER-0001', { product_id: '1' }));
    expect(answer.headers.get('request-id')).toMatch(/-270924358$/);
    // As it really comes: no location, and a list in the place of the value.
    expect(answer.json).toEqual({
      code: 'PARAM_ERROR',
      message: '请求中含有未在API文档中定义的参数',
      detail: {
        field: '/product_id',
        value: ['/body/product_id'],
        issue: '请求中含有未在API文档中定义的参数',
        location: null,
      },
    });
  });

  test('all optional parameters together are accepted', async () => {
    const answer = await merchant.jsapi(
      order('ORDER-0002', {
        time_expire: '2026-11-22T11:00:00+08:00',
        attach: 'ORD-1',
        goods_tag: 'cert',
        support_fapiao: true,
        detail: { goods_detail: [{ merchant_goods_id: 'cert-1', quantity: 1, unit_price: 26000 }] },
        scene_info: { payer_client_ip: '127.0.0.1' },
        settle_info: { profit_sharing: false },
        limit_pay: ['no_credit'],
      }),
    );
    expect(answer.status).toBe(200);
  });

  test('another app is 400 APPID_MCHID_NOT_MATCH', async () => {
    const answer = await merchant.jsapi(order('ORDER-0003', { appid: 'wxother' }));
    expect(answer.json.code).toBe('APPID_MCHID_NOT_MATCH');
  });

  test('the same order again gets a fresh prepay_id, whatever the order of its members', async () => {
    const first = await merchant.jsapi(order('ORDER-0004'));
    const again = await merchant.jsapi(Object.fromEntries(Object.entries(order('ORDER-0004')).reverse()));
    expect(again.status).toBe(200);
    expect(again.json.prepay_id).not.toBe(first.json.prepay_id);
    expect(pay.payments()).toHaveLength(1);
  });

  test.each([
    ['amount', { amount: { total: 1, currency: 'CNY' } }],
    ['description', { description: '别的' }],
    ['payer', { payer: { openid: 'oDemo_0000000000000000other' } }],
    ['time_expire', { time_expire: '2026-12-01T00:00:00+08:00' }],
  ])('the same number with another %s is INVALID_REQUEST', async (_field, change) => {
    await merchant.jsapi(order('ORDER-0005'));
    const answer = await merchant.jsapi(order('ORDER-0005', change));
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({ code: 'INVALID_REQUEST', message: '请求重入时参数与首次请求时不一致' });
    expect(answer.headers.get('request-id')).toMatch(/-268498688$/);
  });

  test('a number that was paid or closed is not taken again', async () => {
    await merchant.jsapi(order('ORDER-0006'));
    await pay.pay('ORDER-0006');
    const paid = await merchant.jsapi(order('ORDER-0006'));
    expect([paid.status, paid.json.code]).toEqual([403, 'OUT_TRADE_NO_USED']);

    await merchant.jsapi(order('ORDER-0007'));
    await merchant.close('ORDER-0007');
    const closed = await merchant.jsapi(order('ORDER-0007'));
    expect([closed.status, closed.json.code]).toEqual([400, 'ORDER_CLOSED']);
  });

  test('a deadline that has passed is refused', async () => {
    const answer = await merchant.jsapi(order('ORDER-0008', { time_expire: '2020-01-01T00:00:00+08:00' }));
    expect([answer.status, answer.json.code]).toEqual([400, 'INVALID_REQUEST']);
  });
});

describe('paying', () => {
  test('an order that waits shows neither payer nor transaction; a paid one shows both', async () => {
    await merchant.jsapi(order('ORDER-0010', { attach: 'ORD-10' }));
    expect((await merchant.query('ORDER-0010')).json).toEqual({
      appid: credentials.wechat.appId,
      mchid: credentials.wechatPay.merchantId,
      out_trade_no: 'ORDER-0010',
      trade_state: 'NOTPAY',
      trade_state_desc: '订单未支付',
      attach: 'ORD-10',
      amount: { total: 26000, currency: 'CNY' },
      promotion_detail: [],
    });

    await pay.pay('ORDER-0010');
    const paid = (await merchant.query('ORDER-0010')).json;
    expect(paid).toMatchObject({
      trade_state: 'SUCCESS',
      trade_type: 'JSAPI',
      payer: { openid: 'oDemo_0000000000000000zhang' },
      amount: { total: 26000, payer_total: 26000, currency: 'CNY', payer_currency: 'CNY' },
      success_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/),
    });
    expect(paid.transaction_id).toMatch(/^4200\d{24}$/);
    const byId = await merchant.call(
      'GET',
      `/v3/pay/transactions/id/${paid.transaction_id}?mchid=${credentials.wechatPay.merchantId}`,
    );
    expect(byId.json).toEqual(paid);
  });

  test('an order unknown, or asked for by another merchant number, is not answered', async () => {
    const unknown = await merchant.query('ORDER-UNKNOWN');
    expect([unknown.status, unknown.json.code]).toEqual([404, 'ORDER_NOT_EXIST']);
    expect(unknown.headers.get('request-id')).toMatch(/-268512771$/);
    const foreign = await merchant.call('GET', '/v3/pay/transactions/out-trade-no/ORDER-UNKNOWN?mchid=1');
    expect([foreign.status, foreign.json.code]).toEqual([400, 'PARAM_ERROR']);
  });

  test('a dismissed sheet leaves the order unpaid, and it can be paid later', async () => {
    await merchant.jsapi(order('ORDER-0011'));
    expect(pay.cancel('ORDER-0011')).toMatchObject({ state: 'NOTPAY', cancelledAt: scheduler.now().toISOString() });
    expect((await pay.pay('ORDER-0011')).state).toBe('SUCCESS');
    await expect(pay.pay('ORDER-0011')).rejects.toMatchObject({ code: 'ORDER_PAID' });
    expect(() => pay.cancel('ORDER-0011')).toThrow('订单已支付');
    await expect(pay.pay('ORDER-UNKNOWN')).rejects.toMatchObject({ code: 'ORDER_NOT_EXIST' });
  });

  test('after time_expire paying is refused, but the order is not closed', async () => {
    const expires = new Date(scheduler.now().getTime() + 30 * 60_000).toISOString().replace(/\.\d+Z$/, 'Z');
    await merchant.jsapi(order('ORDER-0012', { time_expire: expires }));
    scheduler.advance(30 * 60_000);
    await expect(pay.pay('ORDER-0012')).rejects.toMatchObject({ code: 'ORDER_EXPIRED' });
    expect((await merchant.query('ORDER-0012')).json.trade_state).toBe('NOTPAY');
    const again = await merchant.jsapi(order('ORDER-0012', { time_expire: expires }));
    expect(again.headers.get('request-id')).toMatch(/-268447914$/);
  });

  test('a prepay_id is good for two hours, an order for seven days', async () => {
    await merchant.jsapi(order('ORDER-0013'));
    scheduler.advance(2 * 3600_000);
    await expect(pay.pay('ORDER-0013')).rejects.toMatchObject({ code: 'PREPAY_EXPIRED' });
    await merchant.jsapi(order('ORDER-0013'));
    expect(pay.payment('ORDER-0013')?.notPayable).toBeUndefined();
    scheduler.advance(7 * 24 * 3600_000);
    await expect(pay.pay('ORDER-0013')).rejects.toMatchObject({ code: 'ORDER_EXPIRED' });
  });

  test('closing answers a signed 204, may be repeated, and refuses what is paid', async () => {
    await merchant.jsapi(order('ORDER-0014'));
    const closed = await merchant.close('ORDER-0014');
    expect([closed.status, closed.body, closed.signedByPlatform]).toEqual([204, '', true]);
    expect((await merchant.close('ORDER-0014')).status).toBe(204);
    expect((await merchant.query('ORDER-0014')).json.trade_state).toBe('CLOSED');
    await expect(pay.pay('ORDER-0014')).rejects.toMatchObject({ code: 'ORDER_CLOSED' });
    expect(() => pay.cancel('ORDER-0014')).toThrow('订单已关闭');

    await merchant.jsapi(order('ORDER-0015'));
    await pay.pay('ORDER-0015');
    const paid = await merchant.close('ORDER-0015');
    expect([paid.status, paid.json.code]).toEqual([400, 'ORDERPAID']);
    expect((await merchant.close('ORDER-UNKNOWN')).status).toBe(404);
  });
});

describe('Native', () => {
  test('the code is found by what it says, and a repeated order outdates the old code', async () => {
    const first = (await merchant.native('ORDER-0020')).json.code_url as string;
    const second = (await merchant.native('ORDER-0020')).json.code_url as string;
    expect(first).toMatch(/^weixin:\/\/wxpay\/bizpayurl\?pr=\w+$/);
    expect(pay.paymentOfCode(first)).toBeUndefined();
    expect(pay.paymentOfCode(second)).toMatchObject({ outTradeNo: 'ORDER-0020', codeUrl: second, tradeType: 'NATIVE' });
  });

  test('who scans it is the payer; a payer may not be given in advance', async () => {
    await merchant.native('ORDER-0021');
    await pay.pay('ORDER-0021', { openId: 'oDemo_scanner' });
    expect((await merchant.query('ORDER-0021')).json).toMatchObject({
      trade_type: 'NATIVE',
      payer: { openid: 'oDemo_scanner' },
    });
    const withPayer = await merchant.call('POST', '/v3/pay/transactions/native', order('ORDER-0022'));
    expect(withPayer.json).toMatchObject({ code: 'PARAM_ERROR', detail: { field: '/payer' } });
  });

  test('the same number as JSAPI and Native is a changed request', async () => {
    await merchant.jsapi(order('ORDER-0023'));
    expect((await merchant.native('ORDER-0023')).json.code).toBe('INVALID_REQUEST');
  });
});

describe('the payment sheet', () => {
  const prepayId = async (outTradeNo: string) => (await merchant.jsapi(order(outTradeNo))).json.prepay_id as string;

  test('rightly signed parameters show the payment', async () => {
    const parameters = merchant.sheet(await prepayId('ORDER-0030'));
    expect(pay.verifyPaySign(parameters)).toBe(true);
    expect(pay.openSheet(parameters)).toMatchObject({ ok: true, payment: { outTradeNo: 'ORDER-0030', total: 26000 } });
  });

  test('a signature of another key, or of other parameters, is refused', async () => {
    const right = merchant.sheet(await prepayId('ORDER-0031'));
    const failed = { ok: false, reason: '支付验证签名失败' };
    const otherKey = merchant.sheet('x', createDemoCredentials().wechatPay.merchantPrivateKey);
    expect(pay.openSheet({ ...right, paySign: otherKey.paySign })).toEqual(failed);
    expect(pay.openSheet({ ...right, timeStamp: '1795309201' })).toEqual(failed);
    expect(pay.openSheet({ ...right, package: right.package.replace('prepay_id=', '') })).toEqual(failed);
    expect(pay.openSheet({ ...right, signType: 'MD5' })).toEqual(failed);
    expect(pay.openSheet({ ...right, appId: 'wxother' })).toEqual({ ok: false, reason: 'appId与小程序不一致' });
  });

  test('an unknown, outdated, paid or Native prepay_id is refused', async () => {
    expect(pay.openSheet(merchant.sheet('wx1'))).toEqual({ ok: false, reason: 'prepay_id不存在' });
    const parameters = merchant.sheet(await prepayId('ORDER-0032'));
    await pay.pay('ORDER-0032');
    expect(pay.openSheet(parameters)).toEqual({ ok: false, reason: '订单已支付' });
    const outdated = merchant.sheet(await prepayId('ORDER-0033'));
    scheduler.advance(2 * 3600_000);
    expect(pay.openSheet(outdated)).toEqual({ ok: false, reason: '预支付会话已失效，请重新下单' });
    await merchant.native('ORDER-0034');
    const native = merchant.sheet(pay.payment('ORDER-0034')?.prepayId ?? '');
    expect(pay.openSheet(native)).toEqual({ ok: false, reason: '交易类型不是JSAPI' });
  });
});
