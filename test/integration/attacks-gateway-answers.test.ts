import type { PaymentChannel } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { expectError, outcomeOf } from '../support/expect-error';
import { moneyTasksOf } from '../support/money-tasks';
import {
  approvedOrder,
  bindWechat,
  PAID_ONCE,
  payFor,
  paymentFacts,
  paymentMessages,
  paymentsAtWechat,
  refreshPayment,
  startPayment,
} from '../support/paying';
import { storedAttempts } from '../support/stored-state';
import { useSystem } from '../support/test-system';

const system = useSystem();
const pay = () => system().standIns.wechatPay;
beforeEach(() => pay().ownFaults.reset());

const facts = (context: StoryContext) => paymentFacts(system(), context);
const payableAtWechat = (context: StoryContext) =>
  paymentsAtWechat(system(), context).filter(({ state }) => state === 'NOTPAY');

/** An approved order of somebody who has opened the sheet inside WeChat. */
async function withOpenSheet(): Promise<{ context: StoryContext; outTradeNo: string }> {
  const context = await approvedOrder(system());
  await bindWechat(system(), context);
  const { attempt } = await startPayment(context, 'wechat-jsapi');
  return { context, outTradeNo: attempt.outTradeNo };
}

describe('changing the way to pay', () => {
  it.each(['unsigned-not-found', 'unsigned-server-error', 'accepted', 'order-not-visible'] as const)(
    'hands out nothing new while closing the old one is answered %s',
    async (fault) => {
      const { context, outTradeNo } = await withOpenSheet();
      pay().ownFaults.set({ fault });
      expect(await outcomeOf(startPayment(context, 'wechat-native'))).not.toBe('ok');
      pay().ownFaults.reset();
      const first = (await storedAttempts(system(), context))[0]!;
      // Either it is still offered, or WeChat Pay has signed that it is closed: never "closed" on hearsay.
      expect(first.status === 'open' || pay().payment(outTradeNo)?.state === 'CLOSED').toBe(true);
      expect(payableAtWechat(context).length).toBeLessThanOrEqual(1);
      await startPayment(context, 'wechat-native');
      expect(payableAtWechat(context)).toHaveLength(1);
    },
  );

  it('back and forth sixty times makes a handful of attempts, of which one at most can be paid', async () => {
    const context = await approvedOrder(system());
    await bindWechat(system(), context);
    const ways: PaymentChannel[] = ['wechat-native', 'wechat-jsapi'];
    for (let tap = 0; tap < 60; tap += 1) {
      expect(['ok', 'payments.too_many_attempts', 'request.too_frequent']).toContain(
        await outcomeOf(startPayment(context, ways[tap % 2])),
      );
    }
    expect((await storedAttempts(system(), context)).length).toBeLessThanOrEqual(6);
    expect(payableAtWechat(context).length).toBeLessThanOrEqual(1);
  });
});

describe('a query that is not signed', () => {
  it.each(['unsigned-not-found', 'unsigned-server-error', 'unsigned-error'] as const)(
    'and answers %s ends nothing, and the payment is found later',
    async (fault) => {
      const { context, outTradeNo } = await withOpenSheet();
      system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
      await pay().pay(outTradeNo, { openId: (await storedAttempts(system(), context))[0]!.request.openid ?? '' });
      pay().ownFaults.set({ fault });
      await outcomeOf(refreshPayment(context));
      pay().ownFaults.reset();
      system().clock.advance(15_000);
      await system().settle();
      system().clock.advance(60_000);
      await system().settle();
      expect(await facts(context)).toEqual(PAID_ONCE);
    },
  );
});

describe('a first request whose answer was lost', () => {
  it('and that WeChat Pay knows with other parameters is closed there, and another is begun', async () => {
    const context = await approvedOrder(system());
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'lost-answer', onPath: 'native' });
    await expectError(() => startPayment(context), 'payments.unavailable');
    system().standIns.faults.reset();
    const [lost] = await storedAttempts(system(), context);
    const { orders } = system().container();
    const where = { 'attempts.outTradeNo': lost!.outTradeNo };
    await orders.updateOne(where, { $set: { 'attempts.0.request.description': '另一种写法' } });
    const { attempt } = await startPayment(context);
    expect(attempt.outTradeNo).not.toBe(lost!.outTradeNo);
    expect(payableAtWechat(context).map(({ outTradeNo }) => outTradeNo)).toEqual([attempt.outTradeNo]);
  });
});

describe('money that was given back at the merchant platform', () => {
  it('before we heard of it leaves the order unpaid, and it can be paid anew', async () => {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
    await pay().pay(attempt.outTradeNo);
    await pay().refundOnPlatform(attempt.outTradeNo);
    expect((await refreshPayment(context)).status).toBe('approved');
    await system().settle();
    expect(await facts(context)).toEqual({ status: 'approved', attempts: ['refunded'], confirmations: 0 });
    system().standIns.faults.reset();
    await payFor(system(), context);
    expect(await facts(context)).toEqual({ status: 'paid', attempts: ['refunded', 'paid'], confirmations: 1 });
  });

  it('after it was booked takes the order with it', async () => {
    const context = await approvedOrder(system());
    const outTradeNo = await payFor(system(), context);
    await pay().refundOnPlatform(outTradeNo);
    await system().settle();
    expect(await facts(context)).toMatchObject({ status: 'refunded', attempts: ['refunded'] });
  });
});

describe('a payment with a coupon', () => {
  it('is paid, though the payer paid less than the total', async () => {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    await pay().pay(attempt.outTradeNo, { coupon: { amount: 1000, type: 'CASH' } });
    await system().settle();
    expect(await facts(context)).toEqual(PAID_ONCE);
    expect(await moneyTasksOf(context)).toEqual([]);
  });
});

describe('a payment in foreign currency', () => {
  it.each(['notification', 'query'])('told by %s pays nothing', async (way) => {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    pay().ownFaults.set({ fault: 'foreign-currency' });
    if (way === 'query') {
      system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
    }
    await pay().pay(attempt.outTradeNo);
    await outcomeOf(refreshPayment(context));
    await system().settle();
    expect((await facts(context)).status).toBe('approved');
    expect(paymentMessages(system(), context)).toBe(0);
    const [task] = await moneyTasksOf(context);
    expect(task!.facts).toContainEqual({ name: 'currency', value: 'USD' });
  });
});
