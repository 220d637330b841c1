import { createStandInEnvironment } from '../serving/environment';
import type { Fault } from '../serving/fault-board';
import { createManualScheduler } from '../serving/scheduler';
import { sharedCredentials } from '../testing/shared-credentials';
import { LATE_SECONDS, RETRY_SECONDS } from './notifier';
import { startWechatPay, type WechatPayStandIn } from './start-wechat-pay';
import { createHandMadeMerchant, isSignedByPlatform } from './testing/hand-made-merchant';
import { type ReceivedNotification, startNotificationReceiver } from './testing/notification-receiver';

const credentials = sharedCredentials();
const scheduler = createManualScheduler(new Date('2026-11-22T01:00:00Z'));
const environment = createStandInEnvironment({ now: scheduler.now, scheduler });
const merchant = createHandMadeMerchant({ url: () => pay.url, credentials, now: scheduler.now });
let pay: WechatPayStandIn;
let receiver: Awaited<ReturnType<typeof startNotificationReceiver>>;

const place = (outTradeNo: string) => merchant.jsapi(merchant.order(outTradeNo, { notify_url: receiver.url }));
const setFault = (fault: Fault, o: { times?: number; onPath?: string } = { times: 1 }) =>
  environment.faults.set({ standIn: 'wechat-pay', fault, ...o });
const isGenuine = ({ headers, body }: ReceivedNotification) =>
  isSignedByPlatform((name) => headers[name]?.toString(), body, credentials.wechatPay);
const jobs = (outTradeNo: string) => pay.payment(outTradeNo)?.notifications ?? [];

async function advance(ms: number): Promise<void> {
  scheduler.advance(ms);
  await pay.idle();
}

beforeEach(async () => {
  receiver = await startNotificationReceiver(credentials.wechatPay.apiV3Key);
  pay = await startWechatPay({ credentials, environment });
  await place('ORDER-0001');
});
afterEach(async () => {
  environment.faults.reset();
  await pay.stop();
  await receiver.stop();
});

test('a payment is told with a signed notification that only the APIv3 key opens', async () => {
  await pay.pay('ORDER-0001');
  expect(receiver.received).toHaveLength(1);
  const [notification] = receiver.received as [ReceivedNotification];
  expect(isGenuine(notification)).toBe(true);
  expect(JSON.parse(notification.body)).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    create_time: '2026-11-22T09:00:00+08:00',
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: {
      original_type: 'transaction',
      algorithm: 'AEAD_AES_256_GCM',
      associated_data: 'transaction',
      nonce: expect.stringMatching(/^.{12}$/),
    },
  });
  expect(notification.resource).toEqual((await merchant.query('ORDER-0001')).json);
  expect(notification.body).not.toContain('ORDER-0001');
  expect(jobs('ORDER-0001')).toMatchObject([{ state: 'delivered', attempts: [{ outcome: 'HTTP 204' }] }]);
});

test('the schedule is WeChat Pay’s: 15 repetitions within 24 hours and 4 minutes', async () => {
  receiver.willAnswer(...Array(16).fill(500));
  await pay.pay('ORDER-0001');
  const started = scheduler.now().getTime();
  const waited: number[] = [];
  for (let count = 0; count < RETRY_SECONDS.length; count += 1) {
    const wait = scheduler.untilNext() ?? Number.NaN;
    waited.push(wait / 1000);
    await advance(wait - 1);
    expect(receiver.received).toHaveLength(count + 1);
    await advance(1);
  }
  expect(waited).toEqual([15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600]);
  expect(scheduler.now().getTime() - started).toBe((24 * 60 + 4) * 60_000);
  expect(receiver.received).toHaveLength(16);
  expect(scheduler.untilNext()).toBeUndefined();
  expect(jobs('ORDER-0001')).toMatchObject([{ state: 'given-up', dueAt: null }]);
});

test('each repetition has the same id and body but a signature of its own time', async () => {
  receiver.willAnswer(500);
  await pay.pay('ORDER-0001');
  await advance(15_000);
  const [first, second] = receiver.received as [ReceivedNotification, ReceivedNotification];
  expect(second.body).toBe(first.body);
  expect(isGenuine(second)).toBe(true);
  const timestamps = [first, second].map(({ headers }) => Number(headers['wechatpay-timestamp']));
  expect(timestamps[1]! - timestamps[0]!).toBe(15);
  expect(scheduler.untilNext()).toBeUndefined();
});

test.each([[400], [302], [201]])('HTTP %d does not accept a notification', async (status) => {
  receiver.willAnswer(status);
  await pay.pay('ORDER-0001');
  expect(jobs('ORDER-0001')).toMatchObject([{ state: 'waiting', attempts: [{ outcome: `HTTP ${status}` }] }]);
});

test('HTTP 200 accepts it', async () => {
  receiver.willAnswer(200);
  await pay.pay('ORDER-0001');
  expect(jobs('ORDER-0001')).toMatchObject([{ state: 'delivered' }]);
});

test('no answer within five seconds does not accept it', async () => {
  receiver.willAnswer('silence');
  const arrived = receiver.nextArrival();
  const paying = pay.pay('ORDER-0001');
  await arrived;
  scheduler.advance(5000);
  await paying;
  expect(jobs('ORDER-0001')).toMatchObject([{ state: 'waiting', attempts: [{ outcome: 'timeout' }] }]);
  expect(scheduler.untilNext()).toBe(15_000);
});

test('a merchant that cannot be reached is tried again', async () => {
  await receiver.stop();
  await pay.pay('ORDER-0001');
  const [job] = jobs('ORDER-0001');
  expect(job?.state).toBe('waiting');
  expect(job?.attempts[0]?.outcome).toContain('ECONNREFUSED');
});

test('the time factor divides the waiting times', async () => {
  await pay.stop();
  pay = await startWechatPay({ credentials, environment, notificationTimeFactor: 60 });
  await place('ORDER-0002');
  receiver.willAnswer(500);
  await pay.pay('ORDER-0002');
  expect(scheduler.untilNext()).toBe(250);
});

test('a signature probe is a notification whose signature no key made', async () => {
  receiver.willAnswer(401);
  expect(await pay.probeSignature(receiver.url)).toBe('HTTP 401');
  const [probe] = receiver.received as [ReceivedNotification];
  expect(probe.headers['wechatpay-signature']).toMatch(/^WECHATPAY\/SIGNTEST\//);
  expect(isGenuine(probe)).toBe(false);
  expect(scheduler.untilNext()).toBeUndefined();
});

describe('faults', () => {
  test('no-notification: the order is paid and nobody is told', async () => {
    setFault('no-notification');
    await pay.pay('ORDER-0001');
    expect(receiver.received).toEqual([]);
    expect((await merchant.query('ORDER-0001')).json.trade_state).toBe('SUCCESS');
  });

  test('late-notification: it comes ten minutes late', async () => {
    setFault('late-notification');
    await pay.pay('ORDER-0001');
    await advance(LATE_SECONDS * 1000 - 1);
    expect(receiver.received).toEqual([]);
    await advance(1);
    expect(receiver.received).toHaveLength(1);
  });

  test('duplicate-notification: it comes again although it was accepted', async () => {
    setFault('duplicate-notification');
    await pay.pay('ORDER-0001');
    await pay.idle();
    expect(receiver.received).toHaveLength(2);
    expect(receiver.received[1]?.id).toBe(receiver.received[0]?.id);
  });

  test('wrong-amount: the notification is genuine, its amount is not the order’s', async () => {
    setFault('wrong-amount');
    await pay.pay('ORDER-0001');
    const [notification] = receiver.received as [ReceivedNotification];
    expect(isGenuine(notification)).toBe(true);
    expect(notification.resource.amount).toMatchObject({ total: 26001 });
    expect((await merchant.query('ORDER-0001')).json.amount).toMatchObject({ total: 26000 });
  });

  test('bad-signature of notifications: the first is forged, its repetition genuine', async () => {
    setFault('bad-signature', { times: 1, onPath: 'notification' });
    receiver.willAnswer(401);
    await pay.pay('ORDER-0001');
    await advance(15_000);
    expect(receiver.received.map(isGenuine)).toEqual([false, true]);
    expect((await merchant.query('ORDER-0001')).signedByPlatform).toBe(true);
  });

  test('bad-signature of answers: the right serial with a wrong signature', async () => {
    setFault('bad-signature', { times: 1, onPath: 'out-trade-no' });
    const forged = await merchant.query('ORDER-0001');
    expect(forged.status).toBe(200);
    expect(forged.headers.get('wechatpay-serial')).toBe(credentials.wechatPay.platformKeyId);
    expect(forged.signedByPlatform).toBe(false);
    expect((await merchant.query('ORDER-0001')).signedByPlatform).toBe(true);
  });

  test('notify-before-answer: the merchant knows of the payment before its order is answered', async () => {
    setFault('notify-before-answer');
    const events: string[] = [];
    const arrived = receiver.nextArrival().then(() => events.push('notified'));
    const answered = place('ORDER-0003').then(({ json }) => events.push(`answered ${Object.keys(json)}`));
    await Promise.all([arrived, answered]);
    expect(events).toEqual(['notified', 'answered prepay_id']);
    expect(receiver.received[0]?.resource).toMatchObject({ out_trade_no: 'ORDER-0003', trade_state: 'SUCCESS' });
  });

  test('server-error and rate-limited have WeChat Pay’s shape and do nothing', async () => {
    setFault('server-error');
    const broken = await place('ORDER-0004');
    expect([broken.status, broken.json.code]).toEqual([500, 'SYSTEM_ERROR']);
    setFault('rate-limited');
    const limited = await place('ORDER-0004');
    expect([limited.status, limited.json.code]).toEqual([429, 'FREQUENCY_LIMITED']);
    expect(pay.payment('ORDER-0004')).toBeUndefined();
  });

  test('garbled: a signed answer that is not JSON, though the order was placed', async () => {
    setFault('garbled');
    const garbled = await place('ORDER-0005');
    expect([garbled.status, garbled.signedByPlatform]).toEqual([200, true]);
    expect(() => JSON.parse(garbled.body)).toThrow(SyntaxError);
    expect(pay.payment('ORDER-0005')?.state).toBe('NOTPAY');
  });

  test('lost-answer: the order is placed and the answer never comes', async () => {
    setFault('lost-answer');
    const recorded = new Promise<void>((resolve) => {
      const end = environment.watch(() => {
        if (environment.requests.list()[0]?.fault !== 'lost-answer') return;
        end();
        resolve();
      });
    });
    const waiting = expect(place('ORDER-0006')).rejects.toThrow('fetch failed');
    await recorded;
    expect(pay.payment('ORDER-0006')?.state).toBe('NOTPAY');
    await pay.stop();
    await waiting;
  });
});
