import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStandInEnvironment } from '../serving/environment';
import { createManualScheduler } from '../serving/scheduler';
import { sharedCredentials } from '../testing/shared-credentials';
import { startWechatPay, type WechatPayStandIn } from './start-wechat-pay';
import { createHandMadeMerchant } from './testing/hand-made-merchant';
import { startNotificationReceiver } from './testing/notification-receiver';

const credentials = sharedCredentials();
const scheduler = createManualScheduler(new Date('2026-11-22T01:00:00Z'));
const environment = createStandInEnvironment({ now: scheduler.now, scheduler });
const merchant = createHandMadeMerchant({ url: () => pay.url, credentials, now: scheduler.now });
let folder: string;
let dataFile: string;
let pay: WechatPayStandIn;
let receiver: Awaited<ReturnType<typeof startNotificationReceiver>>;

const start = async () => {
  pay = await startWechatPay({ credentials, environment, dataFile });
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wechat-pay-'));
  dataFile = join(folder, 'wechat-pay.json');
  receiver = await startNotificationReceiver(credentials.wechatPay.apiV3Key);
  await start();
  await merchant.jsapi(merchant.order('ORDER-0001', { notify_url: receiver.url }));
});
afterEach(async () => {
  await pay.stop();
  await receiver.stop();
  rmSync(folder, { recursive: true });
});

test('orders, their first request and their numbers outlive a restart', async () => {
  await pay.pay('ORDER-0001');
  await pay.stop();
  await start();
  expect(pay.payment('ORDER-0001')).toMatchObject({ state: 'SUCCESS', notifications: [{ state: 'delivered' }] });
  await merchant.jsapi(merchant.order('ORDER-0002'));
  await pay.stop();
  await start();
  const changed = await merchant.jsapi(merchant.order('ORDER-0002', { description: '别的' }));
  expect(changed.json.code).toBe('INVALID_REQUEST');
  const again = await merchant.jsapi(merchant.order('ORDER-0002'));
  // Two prepay calls and one payment were numbered before: numbering goes on, nothing is given out twice.
  expect(again.json.prepay_id).toMatch(/0004$/);
});

test('a notification that waits for its repetition is sent after the restart, when it is due', async () => {
  receiver.willAnswer(500);
  await pay.pay('ORDER-0001');
  await pay.stop();
  expect(scheduler.untilNext()).toBeUndefined();
  await start();
  scheduler.advance(14_999);
  await pay.idle();
  expect(receiver.received).toHaveLength(1);
  scheduler.advance(1);
  await pay.idle();
  expect(receiver.received).toHaveLength(2);
  expect(receiver.received[1]?.body).toBe(receiver.received[0]?.body);
});

test('a notification under way when it stops is sent again after the restart', async () => {
  receiver.willAnswer('silence');
  const arrived = receiver.nextArrival();
  const paying = pay.pay('ORDER-0001');
  await arrived;
  await pay.stop();
  await paying;
  await start();
  scheduler.advance(0);
  await pay.idle();
  expect(receiver.received).toHaveLength(2);
});

test('a refund under way is finished after the restart', async () => {
  await pay.pay('ORDER-0001');
  const amount = { refund: 26000, total: 26000, currency: 'CNY' };
  await merchant.refund({ out_trade_no: 'ORDER-0001', out_refund_no: 'REFUND-1', amount });
  await pay.stop();
  await start();
  scheduler.advance(1000);
  expect(pay.payment('ORDER-0001')?.refunds).toMatchObject([{ status: 'SUCCESS' }]);
});

test('the file is whole JSON of a known version; another version is refused by name', async () => {
  const stored = JSON.parse(readFileSync(dataFile, 'utf8'));
  expect(stored).toMatchObject({ version: 1, transactions: [{ outTradeNo: 'ORDER-0001' }] });
  await pay.stop();
  writeFileSync(dataFile, JSON.stringify({ ...stored, version: 2 }));
  await expect(startWechatPay({ credentials, environment, dataFile })).rejects.toThrow(dataFile);
});
