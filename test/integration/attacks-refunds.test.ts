import { endpoints } from '@acceptance/shared';
import { transitionOrder } from '../../bff/src/modules/orders';
import type { RefundEnd } from '../../scripts/stand-ins/wechat-pay/pay-state';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { moneyTasksOf } from '../support/money-tasks';
import { approvedOrder, payFor, paymentFacts, paymentsAtWechat } from '../support/paying';
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
