import { endpoints } from '@acceptance/shared';
import { transitionOrder } from '../../bff/src/modules/orders';
import { applyTrade } from '../../bff/src/modules/payments/apply-trade';
import type { RefundEnd } from '../../scripts/stand-ins/wechat-pay/pay-state';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { moneyTasksOf } from '../support/money-tasks';
import { approvedOrder, bindWechat, payFor, paymentFacts, paymentsAtWechat, startPayment } from '../support/paying';
import { storedOrder } from '../support/stored-state';
import { useSystem } from '../support/test-system';

const system = useSystem();
const MINUTE = 60_000;
const pay = () => system().standIns.wechatPay;
beforeEach(() => pay().ownFaults.reset());

/** A paid order whose money finance sends back. */
async function refunding(): Promise<StoryContext> {
  const context = await approvedOrder(system());
  await payFor(system(), context);
  await transitionOrder(system().container().orders, {
    orderId: orderOf(context).id,
    event: 'start-refund',
    by: { role: 'finance', id: null },
    now: system().clock.now(),
  });
  return context;
}
async function pass(): Promise<void> {
  await system().settle();
  system().clock.advance(MINUTE);
  await system().settle();
}
const refundJobs = async (context: StoryContext) =>
  (await storedOrder(system(), context)).outbox.filter(({ job }) => job === 'refund-attempt');
const redo = (context: StoryContext, taskId: string) =>
  context.staff.call(endpoints.tasks.redoTask, { params: { taskId } });

describe('a refund that the gateway refuses for want of money', () => {
  it('is tried once, is a task of finance, and is given once when they have it done again', async () => {
    const context = await refunding();
    pay().ownFaults.set({ fault: 'not-enough' });
    for (let minutes = 0; minutes < 5; minutes += 1) {
      await pass();
    }
    const [task, ...others] = await moneyTasksOf(context);
    expect(others).toEqual([]);
    expect(task).toMatchObject({ kind: 'refund-not-done', canRedo: true });
    expect(task!.facts).toContainEqual({ name: 'reason', value: expect.stringMatching(/^NOT_?ENOUGH/) });
    expect(task!.facts).toContainEqual({ name: 'tries', value: 1 });
    expect(await refundJobs(context)).toEqual([]);

    pay().ownFaults.reset();
    await Promise.all([1, 2, 3].map(() => redo(context, task!.id)));
    await pass();
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'refunded', attempts: ['refunded'] });
    expect(await moneyTasksOf(context)).toEqual([]);
    expect(paymentsAtWechat(system(), context).flatMap(({ refunds }) => refunds)).toHaveLength(1);
  });
});

describe('a refund that ends without success', () => {
  it.each<[RefundEnd, string]>([
    ['ABNORMAL', 'refund-abnormal'],
    ['CLOSED', 'refund-closed'],
  ])('%s is a task of finance, and the order never says that it was refunded', async (end, reason) => {
    const context = await refunding();
    if (end === 'CLOSED') {
      pay().ownFaults.set({ fault: 'refund-closed' });
    } else {
      system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'refund-abnormal' });
    }
    await pass();
    await pass();
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'refunding', attempts: ['refunding'] });
    const [task, ...others] = await moneyTasksOf(context);
    expect(others).toEqual([]);
    expect(task).toMatchObject({ kind: 'refund-not-done', canRedo: true });
    expect(task!.facts).toContainEqual({ name: 'reason', value: reason });
    expect(await refundJobs(context)).toEqual([]);
  });

  it('because it was closed is sent under another number when finance has it done again', async () => {
    const context = await refunding();
    pay().ownFaults.set({ fault: 'refund-closed', times: 1 });
    await pass();
    const [task] = await moneyTasksOf(context);
    await redo(context, task!.id);
    await pass();
    await pass();
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'refunded', attempts: ['refunded'] });
    expect(await moneyTasksOf(context)).toEqual([]);
    const refunds = paymentsAtWechat(system(), context).flatMap((payment) => payment.refunds);
    expect(refunds.map(({ status }) => status).sort()).toEqual(['CLOSED', 'SUCCESS']);
  });
});

describe('a refund that somebody makes at the merchant platform', () => {
  it('and that is told before its payment makes no order paid', async () => {
    const context = await approvedOrder(system());
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
    const { attempt } = await startPayment(context);
    await pay().pay(attempt.outTradeNo);
    const trade = await system().container().paymentGateway.queryByOutTradeNo(attempt.outTradeNo);
    system().standIns.faults.reset();
    await pay().refundOnPlatform(attempt.outTradeNo);
    await system().settle();
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'approved', attempts: ['refunded'] });
    // The payment's own word comes late.
    await applyTrade(system().container(), orderOf(context).id, trade!);
    await system().settle();
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'approved', attempts: ['refunded'] });
    expect(await moneyTasksOf(context)).toEqual([]);
    await payFor(system(), context);
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'paid', attempts: ['refunded', 'paid'] });
  });

  it('of a part of a booked payment is a task of finance, once, and ends as they say', async () => {
    const context = await approvedOrder(system());
    const outTradeNo = await payFor(system(), context);
    await pay().refundOnPlatform(outTradeNo, { refund: 1000 });
    await system().settle();
    const [task, ...others] = await moneyTasksOf(context);
    expect(others).toEqual([]);
    expect(task).toMatchObject({ kind: 'payment-anomaly' });
    expect(task!.facts).toContainEqual({ name: 'reason', value: 'refunded-at-platform' });
    await context.staff.call(endpoints.tasks.settleTask, {
      params: { taskId: task!.id },
      body: { settlement: 'checked-in-order' },
    });
    await system().settle();
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'paid', attempts: ['paid'] });
    const trade = await system().container().paymentGateway.queryByOutTradeNo(outTradeNo);
    await applyTrade(system().container(), orderOf(context).id, trade!);
    await system().settle();
    expect(await moneyTasksOf(context)).toEqual([]);
  });
});

describe('changing the way to pay again and again', () => {
  it('leaves the way that was chosen last before it is refused', async () => {
    const context = await approvedOrder(system());
    await bindWechat(system(), context);
    const ways = ['wechat-native', 'wechat-jsapi'] as const;
    let last: string | null = null;
    for (let n = 0; n < 20; n += 1) {
      const started = await startPayment(context, ways[n % 2]).catch(() => null);
      last = started?.attempt.outTradeNo ?? last;
    }
    await pay().pay(last!);
    await system().settle();
    expect((await paymentFacts(system(), context)).status).toBe('paid');
  });
});
