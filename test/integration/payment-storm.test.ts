import { endpoints, type PaymentChannel } from '@acceptance/shared';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import {
  approvedOrder,
  bindWechat,
  PAID_ONCE,
  payFor,
  paymentFacts,
  paymentsAtWechat,
  refreshPayment,
  startPayment,
} from '../support/paying';
import { storedAttempts, storedOrder } from '../support/stored-state';
import { takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const pay = () => system().standIns.wechatPay;

/** Tasks of finance about an order. */
async function moneyTasks(context: Awaited<ReturnType<typeof approvedOrder>>) {
  await takeSteps(context, 'staff-sign-in');
  const { items } = await context.staff.call(endpoints.tasks.listTasks, { query: { limit: '50' } });
  const { _id } = await storedOrder(system(), context);
  return items.filter(({ subject }) => subject.id === _id.toHexString());
}

describe('many starts at once', () => {
  it('of one way are one attempt, and each is answered', async () => {
    const context = await approvedOrder(system());
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcomeOf(startPayment(context))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 50 });
    expect(await storedAttempts(system(), context)).toHaveLength(1);
    expect(paymentsAtWechat(system(), context)).toHaveLength(1);
  });

  it('of two ways leave at most one that can be paid, and only its sheet was handed out', async () => {
    for (let round = 0; round < 20; round += 1) {
      const context = await approvedOrder(system());
      await bindWechat(system(), context);
      const ways: PaymentChannel[] = round % 2 ? ['wechat-jsapi', 'wechat-native'] : ['wechat-native', 'wechat-jsapi'];
      const started = await Promise.allSettled(ways.map((way) => startPayment(context, way)));
      const answered = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value.attempt.outTradeNo] : []));
      const refused = started.flatMap((one) =>
        one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
      );
      expect(refused.every((code) => code === 'payments.superseded')).toBe(true);
      const payable = paymentsAtWechat(system(), context).filter(({ state }) => state === 'NOTPAY');
      expect(payable.length).toBeLessThanOrEqual(1);
      const { attempts } = await storedOrder(system(), context);
      const open = attempts.filter(({ status }) => status === 'open').map(({ outTradeNo }) => outTradeNo);
      expect(open.length).toBe(1);
      expect(answered.length).toBeGreaterThan(0);
      expect(payable.map(({ outTradeNo }) => outTradeNo)).toEqual(open);
    }
  });

  it('of changing ways are bounded', async () => {
    const context = await approvedOrder(system());
    await bindWechat(system(), context);
    const outcomes: string[] = [];
    for (let tap = 0; tap < 20; tap += 1) {
      outcomes.push(await outcomeOf(startPayment(context, tap % 2 ? 'wechat-native' : 'wechat-jsapi')));
    }
    // From the seventh on, only the way that is open already is handed out again; the other one is refused.
    expect(countOutcomes(outcomes)).toEqual({ ok: 13, 'payments.too_many_attempts': 7 });
    expect((await storedAttempts(system(), context)).length).toBe(6);
    system().clock.advance(11 * 60_000);
    await payFor(system(), context);
    expect((await paymentFacts(system(), context)).status).toBe('paid');
  });
});

describe('an attempt that is closed here', () => {
  it('while WeChat Pay still has it open is found when it is paid, seconds later, without a notification', async () => {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    await system()
      .container()
      .orders.updateOne({ 'attempts.outTradeNo': attempt.outTradeNo }, { $set: { 'attempts.0.status': 'closed' } });
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
    await pay().pay(attempt.outTradeNo);
    system().clock.advance(15_000);
    await system().settle();
    expect(await paymentFacts(system(), context)).toEqual(PAID_ONCE);
  });
});

describe('a lost notification', () => {
  it('costs seconds: the attempt is watched from the moment it could be paid', async () => {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
    await pay().pay(attempt.outTradeNo);
    system().clock.advance(15_000);
    await system().settle();
    expect(await paymentFacts(system(), context)).toEqual(PAID_ONCE);
  });
});

describe('money that does not fit', () => {
  it('is no payment: finance has a task, the applicant is told, and nothing more can be paid meanwhile', async () => {
    const context = await approvedOrder(system());
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'wrong-amount' });
    const { attempt } = await startPayment(context);
    await pay().pay(attempt.outTradeNo);
    await system().settle();
    const order = await refreshPayment(context);
    expect(order).toMatchObject({ status: 'approved', payments: [{ problem: 'money-differs' }] });
    await expectError(() => startPayment(context), 'payments.being_checked');
    const [task] = await moneyTasks(context);
    expect(task).toMatchObject({ kind: 'payment-anomaly', canRedo: true });
    expect(task!.facts).toContainEqual({ name: 'reason', value: 'amount-differs' });
  });

  it('heals by itself when a later query fits, and the task closes', async () => {
    const context = await approvedOrder(system());
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'wrong-amount', times: 1 });
    const { attempt } = await startPayment(context);
    await pay().pay(attempt.outTradeNo);
    await system().settle();
    const before = await moneyTasks(context);
    system().standIns.faults.reset();
    if ((await paymentFacts(system(), context)).status !== 'paid') {
      await context.staff.call(endpoints.tasks.redoTask, { params: { taskId: before[0]!.id } });
      await system().settle();
    }
    expect(await paymentFacts(system(), context)).toEqual(PAID_ONCE);
    expect(await moneyTasks(context)).toEqual([]);
  });
});

describe('a second payment', () => {
  it('goes back by itself, and the applicant is told', async () => {
    const context = await approvedOrder(system());
    const first = await startPayment(context);
    await system()
      .container()
      .orders.updateOne(
        { 'attempts.outTradeNo': first.attempt.outTradeNo },
        { $set: { 'attempts.0.status': 'closed' } },
      );
    const second = await startPayment(context);
    for (const { attempt } of [second, first]) {
      await pay().pay(attempt.outTradeNo);
      await system().settle();
    }
    const texts = system()
      .standIns.tencentCloud.sms(context.person.phone)
      .map(({ templateId }) => templateId);
    expect(texts.filter((id) => id === 'demo-payment-returned')).toHaveLength(1);
    system().clock.advance(60_000);
    await system().settle();
    expect((await paymentFacts(system(), context)).attempts.sort()).toEqual(['paid', 'refunded']);
  });
});
