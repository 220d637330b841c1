import { endpoints } from '@acceptance/shared';
import { orderOf } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import { copyAt } from '../support/order-copies';
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
import { orderState, storedAttempts } from '../support/stored-state';
import { meet, nextPerson, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const HOUR = 3_600_000;

/** Bodies of the prepay requests for one number, as they reached WeChat Pay. */
const prepayBodies = (outTradeNo: string) =>
  system()
    .standIns.requests.list('wechat-pay')
    .map(({ body }) => body)
    .filter((body) => typeof body === 'object' && body.out_trade_no === outTradeNo && 'description' in body);

describe('a payment is refused', () => {
  it.each(['attachments', 'submit'] as const)('before the approval, after %s', async (step) => {
    const context = await copyAt(system(), step);
    await expectError(() => startPayment(context), 'payments.not_payable', orderState(system(), context));
  });

  it('for a project that costs nothing', async () => {
    const context = await walkTo(system(), 'approve', { person: nextPerson(), projectId: 'medical-insurance' });
    for (const channel of ['wechat-native', 'wechat-jsapi'] as const) {
      await expectError(() => startPayment(context, channel), 'payments.not_required', orderState(system(), context));
    }
  });

  it('after it was paid', async () => {
    const context = await approvedOrder(system());
    await payFor(system(), context);
    await expectError(() => startPayment(context), 'payments.already_paid', orderState(system(), context));
  });

  it('inside WeChat without knowing the payer', async () => {
    const context = await approvedOrder(system());
    await expectError(
      () => startPayment(context, 'wechat-jsapi'),
      'payments.wechat_required',
      orderState(system(), context),
    );
  });

  it('for somebody else’s order before anything is said about it', async () => {
    const context = await approvedOrder(system());
    const stranger = await meet(system(), 'sign-in', 'identity');
    for (const channel of ['wechat-native', 'wechat-jsapi'] as const) {
      await expectError(
        () =>
          stranger.applicant.call(endpoints.payments.startPayment, {
            params: { orderId: orderOf(context).id },
            body: { channel },
          }),
        'orders.not_found',
        orderState(system(), context),
      );
    }
  });

  it('by a way that we do not know', async () => {
    const context = await approvedOrder(system());
    await expectError(() => startPayment(context, 'cash' as never), 'request.invalid', orderState(system(), context));
  });
});

describe('a payment inside WeChat', () => {
  it('gives a sheet that the phone accepts, and is paid by it', async () => {
    const context = await approvedOrder(system());
    const openid = await bindWechat(system(), context);
    const { jsapi, codeUrl, attempt } = await startPayment(context, 'wechat-jsapi');
    expect(codeUrl).toBeNull();
    expect(system().standIns.wechatPay.verifyPaySign(jsapi!)).toBe(true);
    const sheet = system().standIns.wechatPay.openSheet(jsapi!);
    expect(sheet).toMatchObject({
      ok: true,
      payment: { outTradeNo: attempt.outTradeNo, total: 26_000, openId: openid },
    });
    await system().standIns.wechatPay.pay(attempt.outTradeNo, { openId: openid });
    await system().settle();
    expect(await paymentFacts(system(), context)).toEqual(PAID_ONCE);
  });

  it('dismissed by the payer can be taken up again', async () => {
    const context = await approvedOrder(system());
    await bindWechat(system(), context);
    const first = await startPayment(context, 'wechat-jsapi');
    system().standIns.wechatPay.cancel(first.attempt.outTradeNo);
    expect((await refreshPayment(context)).paymentStatus).toBe('pending');
    const again = await startPayment(context, 'wechat-jsapi');
    expect(again.attempt.outTradeNo).toBe(first.attempt.outTradeNo);
    expect(system().standIns.wechatPay.openSheet(again.jsapi!)).toMatchObject({ ok: true });
  });
});

describe('a payment by QR code', () => {
  it('shows a code behind which the right amount is to be paid', async () => {
    const context = await approvedOrder(system());
    const { codeUrl, jsapi, attempt } = await startPayment(context);
    expect(jsapi).toBeNull();
    expect(attempt).toMatchObject({ channel: 'wechat-native', status: 'open', amountFen: 26_000 });
    expect(system().standIns.wechatPay.paymentOfCode(codeUrl!)).toMatchObject({
      outTradeNo: attempt.outTradeNo,
      total: 26_000,
    });
  });

  it('continued later shows the same code', async () => {
    const context = await approvedOrder(system());
    const first = await startPayment(context);
    expect(await startPayment(context)).toEqual(first);
    expect(prepayBodies(first.attempt.outTradeNo)).toHaveLength(1);
  });
});

describe('tapping more than once', () => {
  it('at the same time is one attempt', async () => {
    const context = await approvedOrder(system());
    const started = await Promise.all(Array.from({ length: 5 }, () => startPayment(context)));
    expect(new Set(started.map(({ attempt }) => attempt.outTradeNo)).size).toBe(1);
    expect(await storedAttempts(system(), context)).toHaveLength(1);
    expect(paymentsAtWechat(system(), context)).toHaveLength(1);
  });
});

describe('changing the way to pay', () => {
  it('closes the attempt before, at WeChat Pay too', async () => {
    const context = await approvedOrder(system());
    await bindWechat(system(), context);
    const native = await startPayment(context);
    const jsapi = await startPayment(context, 'wechat-jsapi');
    expect(jsapi.attempt.outTradeNo).not.toBe(native.attempt.outTradeNo);
    expect((await paymentFacts(system(), context)).attempts).toEqual(['closed', 'open']);
    expect(paymentsAtWechat(system(), context).map(({ state }) => state)).toEqual(['CLOSED', 'NOTPAY']);
  });

  it('after paying unnoticed finds the payment instead', async () => {
    const context = await approvedOrder(system());
    await bindWechat(system(), context);
    const { attempt } = await startPayment(context);
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
    await system().standIns.wechatPay.pay(attempt.outTradeNo);
    await expectError(() => startPayment(context, 'wechat-jsapi'), 'payments.already_paid');
    await system().settle();
    expect(await paymentFacts(system(), context)).toEqual(PAID_ONCE);
  });

  it('works although WeChat Pay never got the attempt before', async () => {
    const context = await approvedOrder(system());
    await bindWechat(system(), context);
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'server-error', onPath: 'native' });
    await expectError(() => startPayment(context), 'payments.unavailable');
    system().standIns.faults.reset();
    await startPayment(context, 'wechat-jsapi');
    expect((await paymentFacts(system(), context)).attempts).toEqual(['closed', 'open']);
  });

  it('is put off while WeChat Pay does not answer', async () => {
    const context = await approvedOrder(system());
    await bindWechat(system(), context);
    await startPayment(context);
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'server-error', onPath: 'close' });
    await expectError(
      () => startPayment(context, 'wechat-jsapi'),
      'payments.unavailable',
      orderState(system(), context),
    );
  });
});

describe('tapping again inside WeChat after paying unnoticed', () => {
  it('finds the payment', async () => {
    const context = await approvedOrder(system());
    await bindWechat(system(), context);
    const { attempt } = await startPayment(context, 'wechat-jsapi');
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
    await system().standIns.wechatPay.pay(attempt.outTradeNo);
    await expectError(() => startPayment(context, 'wechat-jsapi'), 'payments.already_paid');
    expect(await paymentFacts(system(), context)).toEqual(PAID_ONCE);
  });
});

describe('when WeChat Pay does not answer the first request', () => {
  it('the next call repeats it unchanged', async () => {
    const context = await approvedOrder(system());
    // The work is done and no answer comes, neither to the request nor to its repetition.
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'lost-answer', times: 2 });
    await expectError(() => startPayment(context), 'payments.unavailable');
    expect(await storedAttempts(system(), context)).toMatchObject([{ status: 'preparing', codeUrl: null }]);
    system().clock.advance(60_000);
    const { attempt, codeUrl } = await startPayment(context);
    const bodies = prepayBodies(attempt.outTradeNo);
    expect(bodies).toHaveLength(3);
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(system().standIns.wechatPay.paymentOfCode(codeUrl!)?.outTradeNo).toBe(attempt.outTradeNo);
  });

  it.each(['server-error', 'garbled', 'bad-signature', 'rate-limited'] as const)(
    'but %s, nothing is lost and the order waits',
    async (fault) => {
      const context = await approvedOrder(system());
      system().standIns.faults.set({ standIn: 'wechat-pay', fault, onPath: 'native' });
      await expectError(() => startPayment(context), 'payments.unavailable');
      expect(await paymentFacts(system(), context)).toEqual({
        status: 'approved',
        attempts: ['preparing'],
        confirmations: 0,
      });
      system().standIns.faults.reset();
      await payFor(system(), context);
      expect(await paymentFacts(system(), context)).toEqual(PAID_ONCE);
    },
  );
});

describe('an attempt that nobody pays', () => {
  it('is closed after two hours, here and at WeChat Pay, and another may follow', async () => {
    const context = await approvedOrder(system());
    await startPayment(context);
    system().clock.advance(2 * HOUR);
    await system().settle();
    expect(paymentsAtWechat(system(), context).map(({ state }) => state)).toEqual(['CLOSED']);
    expect((await paymentFacts(system(), context)).attempts).toEqual(['closed']);
    await takeSteps(context, 'sign-in');
    await payFor(system(), context);
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'paid', attempts: ['closed', 'paid'] });
  });

  it('and that WeChat Pay never got is closed too', async () => {
    const context = await approvedOrder(system());
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'server-error' });
    await expectError(() => startPayment(context), 'payments.unavailable');
    system().standIns.faults.reset();
    system().clock.advance(2 * HOUR);
    await system().settle();
    expect(await storedAttempts(system(), context)).toMatchObject([{ status: 'closed' }]);
  });

  it('but was paid unnoticed is found paid when it would be closed', async () => {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
    await system().standIns.wechatPay.pay(attempt.outTradeNo);
    system().clock.advance(2 * HOUR);
    await system().settle();
    expect(await paymentFacts(system(), context)).toEqual(PAID_ONCE);
  });

  it('stays while WeChat Pay does not answer, and the closing is repeated', async () => {
    const context = await approvedOrder(system());
    await startPayment(context);
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'server-error' });
    system().clock.advance(2 * HOUR);
    await system().settle();
    expect((await paymentFacts(system(), context)).attempts).toEqual(['open']);
    system().standIns.faults.reset();
    system().clock.advance(60_000);
    await system().settle();
    expect((await paymentFacts(system(), context)).attempts).toEqual(['closed']);
  });
});
