import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoints, type PaymentChannel } from '@acceptance/shared';
import { createApp } from '../../bff/src/create-app';
import { createApiClient } from '../../scripts/api-client/create-api-client';
import { anotherContainer } from '../support/audit-records';
import { countOutcomes, outcomeOf } from '../support/expect-error';
import { approvedOrder, bindWechat, PAID_ONCE, paymentFacts, paymentsAtWechat } from '../support/paying';
import { storedOrder } from '../support/stored-state';
import { paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
let other: Awaited<ReturnType<typeof anotherContainer>>;
let server: Server;
let origins: readonly string[];

beforeAll(async () => {
  other = await anotherContainer(system());
  server = createServer(createApp(other).callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origins = [system().origin, `http://127.0.0.1:${(server.address() as AddressInfo).port}`];
});
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await other?.close();
});

/** An approved order, and its owner at both processes. */
async function atBoth() {
  const context = await approvedOrder(system());
  const openid = await bindWechat(system(), context);
  const clients = origins.map((origin) => {
    const client = createApiClient(origin);
    client.accessToken = context.applicant.accessToken;
    return client;
  });
  const start = (n: number, channel: PaymentChannel) =>
    clients[n % 2]!.call(endpoints.payments.startPayment, { params: paramsOf(context), body: { channel } });
  return { context, openid, start };
}

describe('two processes that are asked at the same moment', () => {
  it('for both ways to pay leave at most one that can be paid, and it is the one that was answered', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { context, openid, start } = await atBoth();
      const ways: PaymentChannel[] = ['wechat-jsapi', 'wechat-native'];
      const started = await Promise.allSettled([0, 1, 2, 3].map((n) => start(n + round, ways[n % 2]!)));
      const answered = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value.attempt.outTradeNo] : []));
      const payable = paymentsAtWechat(system(), context).filter(({ state }) => state === 'NOTPAY');
      expect(payable.length).toBeLessThanOrEqual(1);
      const { attempts } = await storedOrder(system(), context);
      const open = attempts.filter(({ status }) => status === 'open').map(({ outTradeNo }) => outTradeNo);
      expect(payable.map(({ outTradeNo }) => outTradeNo)).toEqual(open);
      for (const { outTradeNo } of payable) {
        expect(answered).toContain(outTradeNo);
        await system().standIns.wechatPay.pay(outTradeNo, { openId: openid });
        await system().settle();
        expect(await paymentFacts(system(), context)).toMatchObject({ status: 'paid', confirmations: 1 });
      }
    }
  });

  it('for one way answer one and the same attempt', async () => {
    const { context, start } = await atBoth();
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => outcomeOf(start(n, 'wechat-native'))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 10 });
    const [payment, ...others] = paymentsAtWechat(system(), context);
    expect(others).toEqual([]);
    await system().standIns.wechatPay.pay(payment!.outTradeNo);
    await system().settle();
    expect(await paymentFacts(system(), context)).toEqual(PAID_ONCE);
  });
});
