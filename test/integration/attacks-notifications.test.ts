import type { PaymentAttempt } from '../../bff/src/modules/orders';
import type { StoryContext } from '../../scripts/story/story-context';
import { moneyTasksOf } from '../support/money-tasks';
import {
  approvedOrder,
  PAID_ONCE,
  paymentFacts,
  paymentMessages,
  refreshPayment,
  startPayment,
} from '../support/paying';
import { noticesSignedByUs, tradeOf } from '../support/signed-notices';
import { storedAttempts, storedOrder } from '../support/stored-state';
import { useSystem } from '../support/test-system';

const system = useSystem();
const UNPAID = { status: 'approved', attempts: ['open'], confirmations: 0 };

let context: StoryContext;
let attempt: PaymentAttempt;
let send: ReturnType<typeof noticesSignedByUs>;
beforeEach(async () => {
  context = await approvedOrder(system());
  await startPayment(context);
  attempt = (await storedAttempts(system(), context))[0]!;
  send = noticesSignedByUs(system());
});

const trade = (change: object = {}) => tradeOf(attempt, system().clock.now(), change);
const facts = () => paymentFacts(system(), context);
const refund = (change: object = {}) => ({
  mchid: attempt.request.mchid,
  out_trade_no: attempt.outTradeNo,
  out_refund_no: `${attempt.outTradeNo}-R`,
  refund_status: 'SUCCESS',
  amount: { total: attempt.amountFen, refund: attempt.amountFen },
  ...change,
});

describe('a signed notification', () => {
  it('of a payment makes the order paid: the refusals below have the reason they name', async () => {
    expect((await send({ content: trade() })).status).toBe(204);
    await system().settle();
    expect(await facts()).toEqual(PAID_ONCE);
  });

  it.each([
    ['REFUND.SUCCESS', 'transaction'],
    ['REFUND.SUCCESS', 'refund'],
    ['COUPON.USE', 'coupon'],
    ['COUPON.USE', 'transaction'],
    ['TRANSACTION.SUCCESS', 'refund'],
    ['TRANSACTION.PAYSCORE', 'transaction'],
    ['transaction.success', 'transaction'],
    ['', 'transaction'],
  ])('of the event “%s” about a %s is no payment, though a paid trade lies inside', async (eventType, originalType) => {
    const answer = await send({ content: trade(), eventType, originalType });
    expect([204, 400]).toContain(answer.status);
    await system().settle();
    expect(await facts()).toEqual(UNPAID);
    expect(paymentMessages(system(), context)).toBe(0);
  });

  it.each(['text/plain', 'application/xml', 'application/octet-stream', 'multipart/form-data; boundary=x', null])(
    'is read by its bytes, whatever content type it has: %s',
    async (mediaType) => {
      expect((await send({ content: trade(), mediaType })).status).toBe(204);
      await system().settle();
      expect(await facts()).toEqual(PAID_ONCE);
    },
  );

  it('that is refused is answered in the words of WeChat Pay’s documents', async () => {
    const answer = await send({ content: trade({ trade_state: 'NOTPAY' }) });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'FAIL', message: expect.any(String) });
  });
});

describe('a signed trade that is not what was agreed', () => {
  const amount = { total: 26_000, payer_total: 26_000, currency: 'CNY' };
  it.each([
    ['in US dollars', { amount: { ...amount, currency: 'USD' } }, 'currency-differs'],
    ['in “cny”', { amount: { ...amount, currency: 'cny' } }, 'currency-differs'],
    ['of one fen less', { amount: { ...amount, total: 25_999 } }, 'amount-differs'],
    ['of before the attempt was made', { success_time: '2026-11-20T10:00:00+08:00' }, 'older-than-attempt'],
    ['with the mark of another attempt', { attach: 'f'.repeat(32) }, 'attach-differs'],
    ['without a mark', { attach: undefined }, 'attach-differs'],
    ['of another merchant', { mchid: '1999999999' }, 'merchant-differs'],
    ['of another app', { appid: 'wx0000000000000000' }, 'appid-differs'],
  ])('%s pays nothing; finance has a task, and the applicant is told', async (_title, change, reason) => {
    expect((await send({ content: trade(change) })).status).toBe(204);
    await system().settle();
    expect(await facts()).toEqual(UNPAID);
    const [task, ...others] = await moneyTasksOf(context);
    expect(others).toEqual([]);
    expect(task).toMatchObject({ kind: 'payment-anomaly', canRedo: true });
    expect(task!.facts).toContainEqual({ name: 'reason', value: reason });
    expect((await refreshPayment(context)).payments).toMatchObject([{ problem: 'money-differs' }]);
  });
});

describe('notifications in any order', () => {
  it('of a payment and of its refund, each three times, end in the same state', async () => {
    const paid = { content: trade(), id: 'paid' };
    const back = { content: refund(), id: 'back', eventType: 'REFUND.SUCCESS', originalType: 'refund' };
    for (const notice of [paid, paid, back, paid, back, back]) {
      expect((await send(notice)).status).toBe(204);
      await system().settle();
    }
    expect(await facts()).toMatchObject({ status: 'refunded', attempts: ['refunded'], confirmations: 1 });
    await send({ content: trade(), id: 'paid, under another id' });
    await system().settle();
    expect(await facts()).toMatchObject({ status: 'refunded', attempts: ['refunded'], confirmations: 1 });
    expect(paymentMessages(system(), context)).toBe(1);
  });

  it('of a refund that nobody knows of change nothing', async () => {
    await send({ content: refund(), eventType: 'REFUND.SUCCESS', originalType: 'refund' });
    await system().settle();
    expect(await facts()).toEqual(UNPAID);
  });

  it('by the dozen leave a bounded trace in the order', async () => {
    const first = trade();
    for (let n = 0; n < 60; n += 1) {
      await send({ content: first, id: `notice-${n}` });
    }
    await system().settle();
    const order = await storedOrder(system(), context);
    expect(order.notificationIds).toHaveLength(50);
    expect(order.outbox.filter(({ job }) => job === 'apply-trade')).toEqual([]);
    expect(await facts()).toEqual(PAID_ONCE);
    expect(paymentMessages(system(), context)).toBe(1);
  });
});
