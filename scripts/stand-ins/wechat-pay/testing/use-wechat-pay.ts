import { createStandInEnvironment } from '../../serving/environment';
import { createManualScheduler } from '../../serving/scheduler';
import { sharedCredentials } from '../../testing/shared-credentials';
import { startWechatPay, type WechatPayStandIn } from '../start-wechat-pay';
import { createHandMadeMerchant } from './hand-made-merchant';
import { startNotificationReceiver } from './notification-receiver';

type Receiver = Awaited<ReturnType<typeof startNotificationReceiver>>;

/**
 * For the tests of a file: before each a new stand-in with a merchant, who is told at a receiver and has placed
 * `ORDER-0001`. `pay` and `receiver` are those of the test that runs.
 */
export function useWechatPay({ refundMs }: { readonly refundMs?: number } = {}) {
  const credentials = sharedCredentials();
  const scheduler = createManualScheduler(new Date('2026-11-22T01:00:00Z'));
  const environment = createStandInEnvironment({ now: scheduler.now, scheduler });
  let pay: WechatPayStandIn;
  let receiver: Receiver;
  const merchant = createHandMadeMerchant({ url: () => pay.url, credentials, now: scheduler.now });

  beforeEach(async () => {
    receiver = await startNotificationReceiver(credentials.wechatPay.apiV3Key);
    pay = await startWechatPay({ credentials, environment, ...(refundMs !== undefined && { refundMs }) });
    await merchant.jsapi(merchant.order('ORDER-0001', { notify_url: receiver.url }));
  });
  afterEach(async () => {
    environment.faults.reset();
    await pay.stop();
    await receiver.stop();
  });

  return {
    credentials,
    scheduler,
    environment,
    merchant,
    get pay(): WechatPayStandIn {
      return pay;
    },
    get receiver(): Receiver {
      return receiver;
    },
  };
}
