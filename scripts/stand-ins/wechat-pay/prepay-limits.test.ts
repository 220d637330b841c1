import { createStandInEnvironment } from '../serving/environment';
import { createManualScheduler } from '../serving/scheduler';
import { sharedCredentials } from '../testing/shared-credentials';
import { startWechatPay, type WechatPayStandIn } from './start-wechat-pay';
import { createHandMadeMerchant } from './testing/hand-made-merchant';

const credentials = sharedCredentials();
const scheduler = createManualScheduler(new Date('2026-11-22T01:00:00Z'));
const environment = createStandInEnvironment({ now: scheduler.now, scheduler });
const merchant = createHandMadeMerchant({ url: () => pay.url, credentials, now: scheduler.now });
let pay: WechatPayStandIn;
let orders = 0;

beforeAll(async () => {
  pay = await startWechatPay({ credentials, environment });
});
afterAll(() => pay.stop());

const place = (change: Record<string, unknown>) => {
  orders += 1;
  return merchant.jsapi(merchant.order(`LIMIT-${orders}`, change));
};

describe('texts are counted in bytes of UTF-8', () => {
  test.each([
    ['description', '证'.repeat(42), '证'.repeat(43), 129, 127],
    ['description', `${'证'.repeat(42)}a`, `${'证'.repeat(42)}ab`, 128, 127],
    ['attach', `${'单'.repeat(42)}ab`, '单'.repeat(43), 129, 128],
    ['attach', '😀'.repeat(32), '😀'.repeat(33), 132, 128],
  ])('%s', async (name, longest, tooLong, bytes, most) => {
    expect((await place({ [name]: longest })).status).toBe(200);
    const refused = await place({ [name]: tooLong });
    const issue = `字符串规则校验失败，字节数 ${bytes}，大于最大值 ${most}`;
    expect(refused.status).toBe(400);
    expect(refused.json).toEqual({
      code: 'PARAM_ERROR',
      message: `输入源“/body/${name}”映射到值字段“${name}”${issue}`,
      detail: { field: `/${name}`, value: tooLong, issue, location: 'body' },
    });
  });

  test.each(['description', 'attach'])('an empty %s, or one that is no text, is refused', async (name) => {
    for (const value of ['', 7]) {
      expect((await place({ [name]: value })).json).toMatchObject({ detail: { field: `/${name}`, value } });
    }
  });
});

describe('the payer', () => {
  test.each([
    'oDemo_short',
    'xDemo_0000000000000000zhang',
    'oDemo_0000000000000000zh ng',
    'oDemo_0000000000000000张三三三三',
    `o${'0'.repeat(40)}`,
    28,
  ])('%p is no openid', async (openid) => {
    const answer = await place({ payer: { openid } });
    expect([answer.status, answer.json.code]).toEqual([400, 'PARAM_ERROR']);
    expect(answer.json.detail).toEqual({
      field: '/payer/openid',
      value: openid,
      issue: '无效的openid',
      location: 'body',
    });
  });

  test('openid-mismatch: an openid of another app is 500, and nothing is placed', async () => {
    pay.ownFaults.set({ fault: 'openid-mismatch', times: 1 });
    const answer = await place({});
    expect([answer.status, answer.json.code]).toEqual([500, 'OPENID_MISMATCH']);
    expect(pay.payment(`LIMIT-${orders}`)).toBeUndefined();
    expect((await place({})).status).toBe(200);
  });
});

describe('time_expire', () => {
  const DAY = 24 * 3600;
  const inSeconds = (seconds: number) =>
    `${new Date(scheduler.now().getTime() + seconds * 1000 + 8 * 3600_000).toISOString().slice(0, 19)}+08:00`;

  test.each([60, 2 * 3600, 7 * DAY])('%d seconds ahead are taken', async (seconds) => {
    expect((await place({ time_expire: inSeconds(seconds) })).status).toBe(200);
  });

  test.each([
    [1, '距当前时间不得少于1分钟'],
    [59, '距当前时间不得少于1分钟'],
    [7 * DAY + 1, '距当前时间不得超过7天'],
  ])('%d seconds ahead are refused', async (seconds, issue) => {
    const value = inSeconds(seconds);
    const answer = await place({ time_expire: value });
    expect([answer.status, answer.json.code]).toEqual([400, 'PARAM_ERROR']);
    expect(answer.json.detail).toEqual({ field: '/time_expire', value, issue, location: 'body' });
  });

  test.each(['2026-11-22T11:00:00', '2026-11-22 11:00:00+08:00', '2026-11-22T11:00:00+0800', '20261122110000'])(
    '%s is not RFC 3339 with an offset',
    async (value) => {
      expect((await place({ time_expire: value })).json).toMatchObject({ detail: { field: '/time_expire', value } });
    },
  );

  test('an order that is repeated shortly before its deadline is still taken', async () => {
    const order = merchant.order('LIMIT-REPEATED', { time_expire: inSeconds(90) });
    expect((await merchant.jsapi(order)).status).toBe(200);
    scheduler.advance(60_000);
    expect((await merchant.jsapi(order)).status).toBe(200);
    scheduler.advance(30_000);
    const late = await merchant.jsapi(order);
    expect([late.status, late.json.code]).toEqual([400, 'INVALID_REQUEST']);
  });
});

test('a wrong mchid says where it stood', async () => {
  const asked = await merchant.call('GET', '/v3/pay/transactions/out-trade-no/LIMIT-1?mchid=1');
  expect(asked.json.detail).toEqual({ field: 'mchid', value: '1', issue: '参数mchid错误', location: 'query' });
  const closed = await merchant.call('POST', '/v3/pay/transactions/out-trade-no/LIMIT-1/close', { mchid: '1' });
  expect(closed.json.detail).toMatchObject({ field: '/mchid', location: 'body' });
});
