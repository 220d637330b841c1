import { endpoints } from '@acceptance/shared';
import { type OrderModel, transitionOrder } from '../../bff/src/modules/orders';
import { applyTrade } from '../../bff/src/modules/payments/apply-trade';
import type { Trade } from '../../bff/src/ports/payment-gateway';
import type { StoryContext } from '../../scripts/story/story-context';
import { orderOf } from '../../scripts/story/story-context';
import {
  approvedOrder,
  payFor,
  paymentFacts,
  paymentMessages,
  paymentsAtWechat,
  startPayment,
} from '../support/paying';
import { orderState, storedAttempts, storedOrder } from '../support/stored-state';
import { paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const MINUTE = 60_000;

const pay = () => system().standIns.wechatPay;
const statuses = async (context: StoryContext) => {
  const { status, attempts } = await paymentFacts(system(), context);
  return { status, attempts };
};
/** Lets an accepted refund come to its end and the job look again. */
async function letRefundsEnd(): Promise<void> {
  await system().settle();
  system().clock.advance(MINUTE);
  await system().settle();
}

/** As if the answer to our closing had crossed with the payment: closed here, still open at WeChat Pay. */
async function closeHereOnly(context: StoryContext): Promise<void> {
  await system()
    .container()
    .orders.updateOne({ _id: orderOf(context).id }, { $set: { 'attempts.0.status': 'closed' } });
}

/** Two attempts of one order that can both still be paid. */
async function twoPayable(context: StoryContext): Promise<[string, string]> {
  const first = await startPayment(context);
  await closeHereOnly(context);
  const second = await startPayment(context);
  return [first.attempt.outTradeNo, second.attempt.outTradeNo];
}

const cancel = (context: StoryContext) =>
  context.applicant.call(endpoints.orders.cancelOrder, { params: paramsOf(context) });

describe('an order that is paid twice', () => {
  it.each([
    ['the older attempt last', [1, 0]],
    ['the newer attempt last', [0, 1]],
  ] as const)('keeps the first payment and gives the second back by itself: %s', async (_title, sequence) => {
    const context = await approvedOrder(system());
    const numbers = await twoPayable(context);
    for (const index of sequence) {
      await pay().pay(numbers[index]);
      await system().settle();
    }
    await letRefundsEnd();
    const expected = sequence[0] === 0 ? ['paid', 'refunded'] : ['refunded', 'paid'];
    expect(await statuses(context)).toEqual({ status: 'paid', attempts: expected });
    expect(paymentMessages(system(), context)).toBe(1);
    const refunds = paymentsAtWechat(system(), context).flatMap((payment) => payment.refunds);
    expect(refunds).toMatchObject([{ outRefundNo: `${numbers[sequence[1]]}-R`, refund: 26_000, status: 'SUCCESS' }]);
  });

  it('gives one payment back although both are told at the same moment', async () => {
    const context = await approvedOrder(system());
    const numbers = await twoPayable(context);
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
    const container = system().container();
    const orderId = orderOf(context).id;
    const trades: Trade[] = [];
    for (const number of numbers) {
      await pay().pay(number);
      trades.push((await container.paymentGateway.queryByOutTradeNo(number))!);
    }
    // The other payment is applied between the look at the order and what is written of it.
    let writes = 0;
    const orders = new Proxy(container.orders, {
      get(model, key) {
        const member: unknown = Reflect.get(model, key);
        if (key !== 'findOneAndUpdate') {
          return typeof member === 'function' ? member.bind(model) : member;
        }
        return (...query: Parameters<OrderModel['findOneAndUpdate']>) => ({
          lean: async () => {
            writes += 1;
            if (writes === 1) {
              await applyTrade(container, orderId, trades[1]!);
            }
            return model.findOneAndUpdate(...query).lean();
          },
        });
      },
    });
    await applyTrade({ ...container, orders }, orderId, trades[0]!);
    await letRefundsEnd();
    expect(await statuses(context)).toEqual({ status: 'paid', attempts: ['refunded', 'paid'] });
  });
});

describe('money for an attempt that we had closed', () => {
  it('is taken while the order still waits for it', async () => {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    await closeHereOnly(context);
    await pay().pay(attempt.outTradeNo);
    await system().settle();
    expect(await statuses(context)).toEqual({ status: 'paid', attempts: ['paid'] });
  });

  it('goes back when the order is cancelled', async () => {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    await closeHereOnly(context);
    await cancel(context);
    await pay().pay(attempt.outTradeNo);
    await letRefundsEnd();
    expect(await statuses(context)).toEqual({ status: 'cancelled', attempts: ['refunded'] });
    expect(paymentMessages(system(), context)).toBe(0);
  });
});

describe('cancelling an approved order', () => {
  it('closes what could still be paid', async () => {
    const context = await approvedOrder(system());
    await startPayment(context);
    await cancel(context);
    await system().settle();
    expect(await statuses(context)).toEqual({ status: 'cancelled', attempts: ['closed'] });
    expect(paymentsAtWechat(system(), context)).toMatchObject([{ state: 'CLOSED' }]);
  });

  it('gives back what was paid unnoticed', async () => {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
    await pay().pay(attempt.outTradeNo);
    await cancel(context);
    await letRefundsEnd();
    expect(await statuses(context)).toEqual({ status: 'cancelled', attempts: ['refunded'] });
  });
});

describe('a refund', () => {
  /** A cancelled order whose money has come. */
  async function refunding(): Promise<StoryContext> {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    await closeHereOnly(context);
    await cancel(context);
    await pay().pay(attempt.outTradeNo);
    return context;
  }

  it('that is accepted is not yet a refund', async () => {
    const context = await refunding();
    await system().settle();
    expect(await statuses(context)).toEqual({ status: 'cancelled', attempts: ['refunding'] });
    await letRefundsEnd();
    expect(await statuses(context)).toEqual({ status: 'cancelled', attempts: ['refunded'] });
  });

  it('is sent again with the same number when no answer came, and given once', async () => {
    const context = await refunding();
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'garbled', onPath: 'refund', times: 1 });
    await system().settle();
    system().clock.advance(MINUTE);
    await letRefundsEnd();
    await letRefundsEnd();
    expect(await statuses(context)).toEqual({ status: 'cancelled', attempts: ['refunded'] });
    const refunds = paymentsAtWechat(system(), context).flatMap((payment) => payment.refunds);
    expect(refunds).toHaveLength(1);
  });

  it('that ends abnormally is kept for finance to look at', async () => {
    const context = await refunding();
    system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'refund-abnormal' });
    await letRefundsEnd();
    expect(await storedAttempts(system(), context)).toMatchObject([
      { status: 'refunding', anomaly: 'refund-abnormal' },
    ]);
    expect((await storedOrder(system(), context)).outbox.filter(({ job }) => job === 'refund-attempt')).toEqual([]);
  });

  it('ordered by finance takes the order with it, also after a run that died half-way', async () => {
    const context = await approvedOrder(system());
    const outTradeNo = await payFor(system(), context);
    const { orders, dispatcher } = system().container();
    const orderId = orderOf(context).id;
    await transitionOrder(orders, {
      orderId,
      event: 'start-refund',
      by: { role: 'finance', id: null },
      now: system().clock.now(),
    });
    await dispatcher.drain();
    expect(await statuses(context)).toEqual({ status: 'refunding', attempts: ['refunding'] });
    // The run that died had written the attempt but not the order.
    await orders.updateOne({ _id: orderId }, { $set: { 'attempts.0.status': 'refunded' } });
    await letRefundsEnd();
    expect(await statuses(context)).toEqual({ status: 'refunded', attempts: ['refunded'] });
    const settled = await orderState(system(), context)();
    await letRefundsEnd();
    expect(await orderState(system(), context)()).toEqual(settled);
    expect(outTradeNo).toBe(settled.attempts[0]!.outTradeNo);
  });
});
