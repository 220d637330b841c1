import { endpoints, type TaskSettlement, type TaskView } from '@acceptance/shared';
import { transitionOrder } from '../../bff/src/modules/orders';
import { applyTrade } from '../../bff/src/modules/payments/apply-trade';
import type { Trade } from '../../bff/src/ports/payment-gateway';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import {
  approvedOrder,
  PAID_ONCE,
  payFor,
  paymentFacts,
  paymentMessages,
  refreshPayment,
  startPayment,
} from '../support/paying';
import { storedAttempts, storedOrder } from '../support/stored-state';
import { takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const HOUR = 3_600_000;

const pay = () => system().standIns.wechatPay;
const setFault = (fault: 'wrong-amount' | 'no-notification' | 'refund-abnormal') =>
  system().standIns.faults.set({ standIn: 'wechat-pay', fault });
const statuses = async (context: StoryContext) => {
  const { status, attempts } = await paymentFacts(system(), context);
  return { status, attempts };
};

const tasksOf = async (context: StoryContext, state: 'open' | 'closed' = 'open'): Promise<TaskView[]> => {
  await takeSteps(context, 'staff-sign-in');
  const { items } = await context.staff.call(endpoints.tasks.listTasks, { query: { limit: '50', state } });
  return items.filter(({ subject }) => subject.id === orderOf(context).id);
};

/** The gateway's word about a trade, once more. */
async function hearAgain(context: StoryContext, outTradeNo: string, change: Partial<Trade> = {}): Promise<void> {
  const trade = await system().container().paymentGateway.queryByOutTradeNo(outTradeNo);
  await applyTrade(system().container(), orderOf(context).id, { ...trade!, ...change });
}

const settleTask = (context: StoryContext, task: TaskView, settlement: TaskSettlement) =>
  context.staff.call(endpoints.tasks.settleTask, {
    params: { taskId: task.id },
    body: { settlement, note: '已在商户平台核对' },
  });

/** An order for which money came that is one fen off, and the task about it. */
async function moneyDiffers(): Promise<{ context: StoryContext; task: TaskView; outTradeNo: string }> {
  const context = await approvedOrder(system());
  setFault('wrong-amount');
  const outTradeNo = await payFor(system(), context);
  const [task] = await tasksOf(context);
  expect(task).toMatchObject({ kind: 'payment-anomaly' });
  system().standIns.faults.reset();
  return { context, task: task!, outTradeNo };
}

/** An attempt of which the gateway never gives a signed word, and the task about it. */
async function neverAnswered(): Promise<{ context: StoryContext; task: TaskView }> {
  const context = await approvedOrder(system());
  await startPayment(context);
  system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'server-error' });
  for (let hours = 0; hours < 200 && (await tasksOf(context)).length === 0; hours += 13) {
    system().clock.advance(13 * HOUR);
    await system().settle();
  }
  const [task] = await tasksOf(context);
  expect(task).toMatchObject({ kind: 'payment-not-settled' });
  system().standIns.faults.reset();
  // The breaker lets the next call try.
  system().clock.advance(30_000);
  await takeSteps(context, 'sign-in');
  return { context, task: task! };
}

describe('money that does not fit, when finance has given it back', () => {
  it.each(['returned-at-platform', 'returned-by-transfer'] as const)('%s: can be paid anew', async (settlement) => {
    const { context, task } = await moneyDiffers();
    await expectError(() => startPayment(context), 'payments.being_checked');
    expect(await settleTask(context, task, settlement)).toMatchObject({
      closed: { outcome: settlement, by: '审核员（演示）', note: '已在商户平台核对' },
    });
    await system().settle();
    expect((await storedOrder(system(), context)).outbox.map(({ job }) => job)).toEqual(['watch-attempt']);
    expect(await refreshPayment(context)).toMatchObject({
      status: 'approved',
      paymentStatus: 'pending',
      payments: [{ status: 'refunded', problem: null }],
    });
    await payFor(system(), context);
    expect(await statuses(context)).toEqual({ status: 'paid', attempts: ['refunded', 'paid'] });
  });

  it('is not brought up again by the notification that comes once more', async () => {
    const { context, task, outTradeNo } = await moneyDiffers();
    await settleTask(context, task, 'returned-by-transfer');
    await hearAgain(context, outTradeNo);
    await system().settle();
    expect(await tasksOf(context)).toEqual([]);
    expect(await storedAttempts(system(), context)).toMatchObject([{ status: 'refunded', anomaly: null }]);
  });
});

describe('money that does not fit, when finance lets it count', () => {
  it('makes the order paid, once, and the applicant is told', async () => {
    const { context, task } = await moneyDiffers();
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => settleTask(context, task, 'booked-as-paid')));
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    await system().settle();
    expect(await paymentFacts(system(), context)).toEqual(PAID_ONCE);
    expect(paymentMessages(system(), context)).toBe(1);
    expect(await tasksOf(context)).toEqual([]);
    const { history, attempts } = await storedOrder(system(), context);
    expect(history.at(-1)).toMatchObject({ event: 'confirm-payment', by: { role: 'finance' } });
    expect(history.at(-1)!.by.id).not.toBeNull();
    expect(attempts[0]).toMatchObject({ transactionId: expect.stringMatching(/^4200/), anomaly: null });
    expect(attempts[0]!.receivedFen).not.toBe(attempts[0]!.amountFen);
  });

  it('is refused where nothing is due any more, and changes nothing', async () => {
    const { context, task } = await moneyDiffers();
    await transitionOrder(system().container().orders, {
      orderId: orderOf(context).id,
      event: 'cancel',
      by: { role: 'applicant', id: null },
      now: system().clock.now(),
    });
    // Before the jobs of the cancelling ask WeChat Pay, whose answer would heal it.
    const before = await storedAttempts(system(), context);
    await expectError(() => settleTask(context, task, 'booked-as-paid'), 'tasks.settlement_does_not_fit');
    await expectError(() => settleTask(context, task, 'checked-in-order'), 'tasks.settlement_does_not_fit');
    expect(await storedAttempts(system(), context)).toEqual(before);
    expect(await tasksOf(context)).toHaveLength(1);
    await settleTask(context, task, 'returned-at-platform');
    expect(await statuses(context)).toEqual({ status: 'cancelled', attempts: ['refunded'] });
  });

  it('gives back what came, not what was asked for', async () => {
    const { context, task } = await moneyDiffers();
    await settleTask(context, task, 'booked-as-paid');
    const receivedFen = (await storedAttempts(system(), context))[0]!.receivedFen;
    await transitionOrder(system().container().orders, {
      orderId: orderOf(context).id,
      event: 'start-refund',
      by: { role: 'finance', id: null },
      now: system().clock.now(),
    });
    const asked: number[] = [];
    const { paymentGateway } = system().container();
    const { refund } = paymentGateway;
    paymentGateway.refund = (request) => {
      asked.push(request.refundFen, request.totalFen);
      return Promise.resolve({ status: 'SUCCESS', acceptedAt: null });
    };
    await system().settle();
    paymentGateway.refund = refund;
    expect(receivedFen).toBe(26_001);
    expect(asked).toEqual([receivedFen, receivedFen]);
    expect(await statuses(context)).toEqual({ status: 'refunded', attempts: ['refunded'] });
  });
});

describe('a payment of which the gateway never gave a signed word', () => {
  it('can be tried again when finance has seen that no money came', async () => {
    const { context, task } = await neverAnswered();
    await expectError(() => startPayment(context), 'payments.being_checked');
    await settleTask(context, task, 'no-money-came');
    await system().settle();
    expect(await storedAttempts(system(), context)).toMatchObject([{ status: 'closed', anomaly: null }]);
    await payFor(system(), context);
    expect(await statuses(context)).toEqual({ status: 'paid', attempts: ['closed', 'paid'] });
  });

  it('counts when finance has seen that it came', async () => {
    const { context, task } = await neverAnswered();
    await settleTask(context, task, 'booked-as-paid');
    await system().settle();
    expect(await paymentFacts(system(), context)).toEqual(PAID_ONCE);
  });

  it('closes its task by itself when the word comes late', async () => {
    const { context, task } = await neverAnswered();
    const [attempt] = await storedAttempts(system(), context);
    setFault('no-notification');
    await pay()
      .pay(attempt!.outTradeNo)
      .catch(() => undefined);
    await context.staff.call(endpoints.tasks.redoTask, { params: { taskId: task.id } });
    await expectError(() => settleTask(context, task, 'no-money-came'), 'tasks.redo_under_way');
    await system().settle();
    expect(await tasksOf(context)).toEqual([]);
    const [after] = await storedAttempts(system(), context);
    expect(after).toMatchObject({ anomaly: null, signedState: expect.stringMatching(/^(SUCCESS|CLOSED)$/) });
  });
});

describe('a refund that does not go through, when finance has given the money back otherwise', () => {
  it('takes the attempt and the order with it', async () => {
    const context = await approvedOrder(system());
    await payFor(system(), context);
    await transitionOrder(system().container().orders, {
      orderId: orderOf(context).id,
      event: 'start-refund',
      by: { role: 'finance', id: null },
      now: system().clock.now(),
    });
    setFault('refund-abnormal');
    await system().settle();
    system().clock.advance(60_000);
    await system().settle();
    const [task] = await tasksOf(context);
    expect(task).toMatchObject({ kind: 'refund-not-done' });
    await settleTask(context, task!, 'returned-by-transfer');
    await system().settle();
    expect(await statuses(context)).toEqual({ status: 'refunded', attempts: ['refunded'] });
    expect(await storedAttempts(system(), context)).toMatchObject([{ anomaly: null }]);
    expect(await tasksOf(context)).toEqual([]);
  });
});

describe('settling', () => {
  it('is one write with its task: after a crash between the two, the task closes by itself with who and what', async () => {
    const { context, task } = await moneyDiffers();
    const { tasks } = system().container();
    const { findOneAndUpdate } = tasks;
    let writes = 0;
    // The second write, which closes the task, is never made.
    tasks.findOneAndUpdate = ((...args: Parameters<typeof findOneAndUpdate>) => {
      writes += 1;
      if (writes === 2) {
        throw new Error('the process dies here');
      }
      return findOneAndUpdate.apply(tasks, args);
    }) as typeof findOneAndUpdate;
    await expect(settleTask(context, task, 'returned-by-transfer')).rejects.toBeDefined();
    tasks.findOneAndUpdate = findOneAndUpdate;
    expect(await storedAttempts(system(), context)).toMatchObject([{ status: 'refunded' }]);
    await system().settle();
    expect(await tasksOf(context, 'closed')).toMatchObject([
      { closed: { outcome: 'returned-by-transfer', by: '审核员（演示）', note: '已在商户平台核对' } },
    ]);
  });

  it('is refused to who is the applicant', async () => {
    const { context, task } = await moneyDiffers();
    const body = { phone: context.person.phone };
    await context.staff.call(endpoints.staff.addOwnPhone, { body });
    await expectError(() => settleTask(context, task, 'booked-as-paid'), 'staff.own_order');
    await system()
      .container()
      .staffMembers.updateMany({}, { $set: { ownPhones: [] } });
  });

  it('is about one attempt: each has a task of its own', async () => {
    const { context, task } = await moneyDiffers();
    await settleTask(context, task, 'returned-by-transfer');
    setFault('wrong-amount');
    const second = await payFor(system(), context);
    const open = await tasksOf(context);
    expect(open).toHaveLength(1);
    expect(open[0]!.facts).toContainEqual({ name: 'outTradeNo', value: second });
    const { orders } = system().container();
    await orders.updateOne({ _id: orderOf(context).id }, { $set: { 'attempts.0.status': 'closed' } });
    const [first] = await storedAttempts(system(), context);
    await hearAgain(context, first!.outTradeNo, { amountFen: 1 });
    await system().settle();
    expect(await tasksOf(context)).toHaveLength(2);
  });
});
