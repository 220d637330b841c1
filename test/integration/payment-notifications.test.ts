import { API_BASE_PATH, endpoints } from '@acceptance/shared';
import type { RawNotification } from '../../bff/src/ports/payment-gateway';
import type { StoryContext } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import {
  approvedOrder,
  PAID_ONCE,
  payFor,
  paymentFacts,
  paymentMessages,
  recordNotifications,
  refreshPayment,
  startPayment,
} from '../support/paying';
import { rawRequest } from '../support/raw-request';
import { orderState, storedAttempts, storedOrder } from '../support/stored-state';
import { useSystem } from '../support/test-system';

const system = useSystem();
const UNPAID = { status: 'approved', attempts: ['open'], confirmations: 0 };
const MINUTE = 60_000;

const pay = () => system().standIns.wechatPay;
const facts = (context: StoryContext) => paymentFacts(system(), context);
const setFault = (
  fault: Parameters<ReturnType<typeof system>['standIns']['faults']['set']>[0]['fault'],
  times?: number,
) => system().standIns.faults.set({ standIn: 'wechat-pay', fault, times });

/** Sends a notification again, as an attacker or a repeating sender would. */
const send = ({ headers, body }: RawNotification, change: Record<string, string> = {}, changedBody = body) => {
  const kept = Object.entries(headers).filter(([name]) => name.startsWith('wechatpay-') || name === 'content-type');
  return rawRequest(system(), 'POST', endpoints.callbacks.weChatPay.path, {
    headers: { ...(Object.fromEntries(kept) as Record<string, string>), ...change },
    body: changedBody,
  });
};

/** Pays an order and answers the one notification that told of it. */
async function paidAndRecorded() {
  const context = await approvedOrder(system());
  const recorded = recordNotifications(system());
  await payFor(system(), context);
  return { context, notification: recorded.at(-1)! };
}

describe('a payment notification', () => {
  it('makes the order paid and tells the applicant once', async () => {
    const context = await approvedOrder(system());
    await payFor(system(), context);
    expect(await facts(context)).toEqual(PAID_ONCE);
    expect(paymentMessages(system(), context)).toBe(1);
    expect(await storedAttempts(system(), context)).toMatchObject([
      { status: 'paid', transactionId: expect.stringMatching(/^4200/), anomaly: null },
    ]);
  });

  it('that comes twice counts once', async () => {
    const context = await approvedOrder(system());
    setFault('duplicate-notification');
    await payFor(system(), context);
    expect(await facts(context)).toEqual(PAID_ONCE);
    expect(paymentMessages(system(), context)).toBe(1);
    expect((await storedOrder(system(), context)).notificationIds).toHaveLength(1);
  });

  it('replayed ten times at once is accepted each time and changes nothing', async () => {
    const { context, notification } = await paidAndRecorded();
    const before = await storedOrder(system(), context);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(notification)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 204));
    await system().settle();
    expect(await storedOrder(system(), context)).toEqual(before);
    expect(paymentMessages(system(), context)).toBe(1);
  });

  it('before the answer to the first request finds its order', async () => {
    const context = await approvedOrder(system());
    setFault('notify-before-answer', 1);
    // Paid before the sheet could be answered: nothing that could be paid again is handed out.
    await expectError(() => startPayment(context), 'payments.already_paid');
    await system().settle();
    expect(await facts(context)).toEqual(PAID_ONCE);
  });

  it('that comes after a query has confirmed the payment changes nothing more', async () => {
    const context = await approvedOrder(system());
    setFault('late-notification');
    const { attempt } = await startPayment(context);
    await pay().pay(attempt.outTradeNo);
    expect(await facts(context)).toEqual(UNPAID);
    expect((await refreshPayment(context)).status).toBe('paid');
    system().clock.advance(10 * MINUTE);
    await system().settle();
    expect(pay().payment(attempt.outTradeNo)?.notifications).toMatchObject([{ state: 'delivered' }]);
    expect(await facts(context)).toEqual(PAID_ONCE);
    expect(paymentMessages(system(), context)).toBe(1);
  });

  it('that never comes is made up for by asking', async () => {
    const context = await approvedOrder(system());
    setFault('no-notification');
    const { attempt } = await startPayment(context);
    await pay().pay(attempt.outTradeNo);
    expect(await refreshPayment(context)).toMatchObject({ status: 'paid', paymentStatus: 'paid' });
    await system().settle();
    expect(await facts(context)).toEqual(PAID_ONCE);
    expect(paymentMessages(system(), context)).toBe(1);
  });
});

describe('a payment notification that is refused', () => {
  it('has the signature of another key; the right one follows and counts', async () => {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    setFault('bad-signature', 1);
    await pay().pay(attempt.outTradeNo);
    await system().settle();
    expect(await facts(context)).toEqual(UNPAID);
    expect(pay().payment(attempt.outTradeNo)?.notifications).toMatchObject([{ attempts: [{ outcome: 'HTTP 401' }] }]);
    system().clock.advance(15_000);
    await system().settle();
    expect(await facts(context)).toEqual(PAID_ONCE);
  });

  it('is WeChat Pay’s own test of whether we check', async () => {
    const url = `${system().origin}${API_BASE_PATH}${endpoints.callbacks.weChatPay.path}`;
    expect(await pay().probeSignature(url)).toBe('HTTP 401');
  });

  it('is older than five minutes', async () => {
    const { context, notification } = await paidAndRecorded();
    system().clock.advance(5 * MINUTE + 1000);
    const before = await storedOrder(system(), context);
    expect(await send(notification)).toMatchObject({ status: 401, code: 'callbacks.signature_invalid' });
    expect(await storedOrder(system(), context)).toEqual(before);
  });

  it.each([
    ['another key id', { 'wechatpay-serial': 'PUB_KEY_ID_0000000000000000000000000000' }],
    ['another nonce', { 'wechatpay-nonce': 'f'.repeat(32) }],
    ['another timestamp', { 'wechatpay-timestamp': '1800000000' }],
    ['another kind of signature', { 'wechatpay-signature-type': 'WECHATPAY2-SM2-WITH-SM3' }],
    ['no signature', { 'wechatpay-signature': '' }],
  ])('has %s', async (_title, change) => {
    const { notification } = await paidAndRecorded();
    expect(await send(notification, change)).toMatchObject({ status: 401, code: 'callbacks.signature_invalid' });
  });

  it('was changed by one blank in its body', async () => {
    const { notification } = await paidAndRecorded();
    const answer = await send(notification, {}, notification.body.replace('{', '{ '));
    expect(answer).toMatchObject({ status: 401, code: 'callbacks.signature_invalid' });
  });

  it('has no body, or none that is JSON', async () => {
    expect(await rawRequest(system(), 'POST', endpoints.callbacks.weChatPay.path)).toMatchObject({ status: 401 });
    const broken = { headers: { 'content-type': 'application/json' }, body: '{"id":' };
    // Who it is from is asked before what it says.
    expect(await rawRequest(system(), 'POST', endpoints.callbacks.weChatPay.path, broken)).toMatchObject({
      status: 401,
      code: 'callbacks.signature_invalid',
    });
  });

  it('names a number that is not ours', async () => {
    const { context, notification } = await paidAndRecorded();
    await system()
      .container()
      .orders.deleteOne({ _id: (await storedOrder(system(), context))._id });
    expect(await send(notification)).toMatchObject({ status: 400, code: 'callbacks.content_invalid' });
  });
});

describe('a genuine notification with another amount', () => {
  it('is not taken as payment, and is kept for finance to look at', async () => {
    const context = await approvedOrder(system());
    setFault('wrong-amount');
    await payFor(system(), context);
    expect(await facts(context)).toEqual(UNPAID);
    expect(await storedAttempts(system(), context)).toMatchObject([{ status: 'open', anomaly: 'amount-differs' }]);
    expect(paymentMessages(system(), context)).toBe(0);
  });
});

describe('asking WeChat Pay', () => {
  it('about a payment that is not made changes nothing', async () => {
    const context = await approvedOrder(system());
    await startPayment(context);
    const before = await storedOrder(system(), context);
    expect(await refreshPayment(context)).toMatchObject({ status: 'approved', paymentStatus: 'pending' });
    expect(await storedOrder(system(), context)).toEqual(before);
  });

  it('when nothing was started asks nobody', async () => {
    const context = await approvedOrder(system());
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'server-error' });
    expect(await refreshPayment(context)).toMatchObject({ status: 'approved', payments: [] });
  });

  it.each(['bad-signature', 'server-error', 'garbled'] as const)('is no proof when the answer is %s', async (fault) => {
    const context = await approvedOrder(system());
    setFault('no-notification');
    const { attempt } = await startPayment(context);
    await pay().pay(attempt.outTradeNo);
    setFault(fault);
    await expectError(() => refreshPayment(context), 'payments.unavailable', orderState(system(), context));
    system().standIns.faults.reset();
    expect((await refreshPayment(context)).status).toBe('paid');
  });
});
