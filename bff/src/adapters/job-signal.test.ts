import { type StandIns, startStandIns } from '../../../scripts/stand-ins';
import { sharedCredentials } from '../../../scripts/stand-ins/testing/shared-credentials';
import { createKuaidi100Tracker } from './kuaidi100/create-parcel-tracker';
import { createTencentSmsSender } from './tencent-cloud/sms-sender';
import { createWechatPayGateway } from './wechat-pay/create-payment-gateway';
import { demoSettings } from './wechat-pay/testing/demo-settings';
import { createWechatPlatform } from './wechat-platform/create-wechat-platform';

/** Longer than a test may take: what ends earlier was ended by the signal. */
const timeoutMs = 300_000;
const credentials = sharedCredentials();
const { tencentCloud, wechat } = credentials;
let standIns: StandIns;

beforeAll(async () => {
  standIns = await startStandIns({ credentials });
});
afterAll(() => standIns.stop());
beforeEach(() => standIns.requests.clear());

const CALLS = {
  'wechat-pay': (signal: () => AbortSignal) => {
    const settings = demoSettings(credentials, { baseUrl: standIns.wechatPay.url, timeoutMs, signal });
    return createWechatPayGateway(settings).queryByOutTradeNo('GOV-1');
  },
  'tencent-cloud': (signal: () => AbortSignal) =>
    createTencentSmsSender({
      url: standIns.tencentCloud.url,
      secretId: tencentCloud.secretId,
      secretKey: tencentCloud.secretKey,
      region: tencentCloud.region,
      sdkAppId: tencentCloud.smsSdkAppId,
      signName: tencentCloud.smsSignName,
      templateIds: { 'sign-in-code': 'demo-sms-code' } as never,
      timeoutMs,
      signal,
    }).send('13800138000', { kind: 'sign-in-code', code: '246810', minutes: 5 }),
  wechat: (signal: () => AbortSignal) =>
    createWechatPlatform({
      baseUrl: standIns.wechat.url,
      appid: wechat.appId,
      appSecret: wechat.appSecret,
      miniprogramState: 'trial',
      templateIds: { 'review-result': 'template', 'certificate-ending': 'template' },
      now: () => new Date(),
      timeoutMs,
      signal,
    }).exchangeLoginCode('a code'),
  kuaidi100: (signal: () => AbortSignal) =>
    createKuaidi100Tracker({
      baseUrl: standIns.kuaidi100.url,
      ...credentials.kuaidi100,
      salt: 'salt',
      notifyUrl: 'http://127.0.0.1/',
      timeoutMs,
      signal,
    }).query({ courier: 'EMS', trackingNumber: 'EA1', receiverPhoneLast4: '8000' }),
} as const;

it.each(Object.entries(CALLS))(
  'a job that is aborted ends its call of %s, which hangs, and sends no other',
  async (name, call) => {
    const standIn = name as keyof typeof CALLS;
    standIns.faults.set({ standIn, fault: 'timeout' });
    const job = new AbortController();
    const ended = call(() => job.signal).then(
      () => 'answered',
      () => 'ended',
    );
    while (standIns.requests.list(standIn).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    job.abort(new Error('its time is over'));
    expect(await ended).toBe('ended');
    expect(standIns.requests.list(standIn)).toHaveLength(1);
  },
);
