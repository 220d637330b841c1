import { endpoints } from '@acceptance/shared';
import { transitionOrder } from '../../bff/src/modules/orders';
import { type ParcelOf, tellShippingAnew } from '../../bff/src/modules/shipping-info';
import { reportShipping } from '../../bff/src/modules/shipping-info/report-shipping';
import type { StoryContext } from '../../scripts/story/story-context';
import { nextNumber, sent } from '../support/delivery-people';
import { makeAtDesk, makeWith, newKey } from '../support/life-cycle-people';
import { moneyTasksOf } from '../support/money-tasks';
import { approvedOrder, bindWechat, startPayment } from '../support/paying';
import { storedAttempts, storedOrder } from '../support/stored-state';
import { paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

async function later(ms: number): Promise<void> {
  system().clock.advance(ms);
  await system().settle();
}

/** What WeChat has been told of an order's payment. */
async function toldOf(context: StoryContext) {
  const paid = (await storedAttempts(system(), context)).find(({ transactionId }) => transactionId !== null);
  return system()
    .standIns.wechat.shippings()
    .find(({ transactionId }) => transactionId === paid?.transactionId);
}

const waitingTellings = async (context: StoryContext): Promise<number> =>
  (await storedOrder(system(), context)).outbox.filter(({ job }) => job === 'report-shipping').length;

/** Somebody's software certificate, issued and so delivered a moment ago. */
async function softwareOrder(projectId = 'personal-signing'): Promise<StoryContext> {
  const context = await walkTo(system(), 'pay', { projectId, applicantType: 'person', delivery: 'download' });
  await makeWith(context, await newKey());
  return context;
}

/** A UKey for a courier, paid in WeChat by its applicant and made, not sent yet. */
async function madeForCourier(): Promise<{ context: StoryContext; openId: string }> {
  const context = await approvedOrder(system());
  const openId = await bindWechat(system(), context);
  const { attempt } = await startPayment(context, 'wechat-jsapi');
  await system().standIns.wechatPay.pay(attempt.outTradeNo, { openId });
  await system().settle();
  await takeSteps(context, 'staff-sign-in');
  await makeAtDesk(context);
  await later(MINUTE_MS);
  return { context, openId };
}

const deliver = (context: StoryContext) =>
  transitionOrder(system().container().orders, {
    ...paramsOf(context),
    event: 'deliver',
    by: { role: 'issuer', id: 'a-clerk' },
    now: system().clock.now(),
  });

const tellingOf = (context: StoryContext, parcelOf: ParcelOf) =>
  reportShipping({ ...system().container(), parcelOf, now: system().clock.now }, paramsOf(context).orderId);

describe('a software certificate', () => {
  it('is told as something without a parcel, once WeChat has heard of the payment, whoever has scanned its code', async () => {
    const context = await softwareOrder();
    expect(await toldOf(context)).toBeUndefined();
    await later(2 * MINUTE_MS);
    expect(await toldOf(context)).toMatchObject({
      logisticsType: 3,
      trackingNumber: null,
      contact: null,
      uploadTime: '2026-11-23T10:00:00.000+08:00',
      times: 1,
    });
    await tellShippingAnew(system().container().orders, paramsOf(context).orderId, system().clock.now());
    expect(await waitingTellings(context)).toBe(1);
    await later(0);
    expect(await waitingTellings(context)).toBe(0);
    expect(await toldOf(context)).toMatchObject({ times: 1 });
  });

  it('is told once, also when the answer is lost', async () => {
    const context = await softwareOrder();
    system().standIns.faults.set({ standIn: 'wechat', fault: 'lost-answer', times: 1, onPath: 'upload_shipping_info' });
    await later(2 * MINUTE_MS);
    await later(DAY_MS / 24);
    expect(await toldOf(context)).toMatchObject({ times: 1 });
    expect(await waitingTellings(context)).toBe(0);
    expect(await moneyTasksOf(context)).toEqual([]);
  });

  it('is told when WeChat is back', async () => {
    const context = await softwareOrder();
    system().standIns.faults.set({ standIn: 'wechat', fault: 'busy', onPath: '/wxa/sec/order' });
    await later(2 * MINUTE_MS);
    expect(await toldOf(context)).toBeUndefined();
    system().standIns.faults.reset();
    await later(15 * MINUTE_MS);
    expect(await toldOf(context)).toMatchObject({ times: 1 });
  });

  it('is not told when the money has gone back meanwhile', async () => {
    const context = await softwareOrder();
    const [attempt] = await storedAttempts(system(), context);
    await system().standIns.wechatPay.refundOnPlatform(attempt?.outTradeNo ?? '', {});
    await later(10 * MINUTE_MS);
    expect(await toldOf(context)).toBeUndefined();
    expect(await waitingTellings(context)).toBe(0);
    expect(await moneyTasksOf(context)).toEqual([]);
  });

  it('whose payment WeChat never hears of is a task after a day', async () => {
    const context = await softwareOrder();
    const { orders } = system().container();
    const change = { 'attempts.0.transactionId': '4200000000000000000000000000' };
    await orders.updateOne({ _id: paramsOf(context).orderId }, { $set: change });
    await later(DAY_MS + MINUTE_MS);
    expect(await moneyTasksOf(context)).toMatchObject([
      {
        kind: 'shipping-not-reported',
        facts: expect.arrayContaining([{ name: 'reason', value: 'payment-unknown-to-wechat' }]),
        canRedo: true,
      },
    ]);
  });
});

describe('a UKey that a courier brings', () => {
  const parcel = (trackingNumber: string): ParcelOf => {
    const sentAt = system().clock.now();
    return async () => ({ courier: '顺丰速运', trackingNumber, sentAt });
  };

  it('is told with courier, number and masked phone; corrected once, and then no more', async () => {
    const { context } = await madeForCourier();
    await deliver(context);
    expect(await tellingOf(context, parcel('SF0000000000001'))).toBeUndefined();
    expect(await toldOf(context)).toMatchObject({
      logisticsType: 1,
      expressCompany: 'SF',
      trackingNumber: 'SF0000000000001',
      contact: expect.stringMatching(/^\d{3}\*{4}\d{4}$/),
    });
    await later(0);
    await tellingOf(context, parcel('SF0000000000001'));
    expect(await toldOf(context)).toMatchObject({ times: 1 });
    await tellingOf(context, parcel('SF0000000000002'));
    expect(await toldOf(context)).toMatchObject({ trackingNumber: 'SF0000000000002', times: 2 });
    await expect(tellingOf(context, parcel('SF0000000000003'))).rejects.toMatchObject({
      failure: 'rejected',
      vendorCode: '10060003',
    });
  });

  it('is a task while nobody knows its number, which staff settle when they have entered it at WeChat', async () => {
    const { context } = await madeForCourier();
    await deliver(context);
    await later(MINUTE_MS);
    expect(await toldOf(context)).toBeUndefined();
    const [task] = await moneyTasksOf(context);
    expect(task?.facts).toContainEqual({ name: 'reason', value: 'parcel-unknown' });
    const settled = await context.staff.call(endpoints.tasks.settleTask, {
      params: { taskId: task?.id ?? '' },
      body: { settlement: 'taken-care-of' },
    });
    expect(settled.closed).toMatchObject({ outcome: 'taken-care-of' });
    expect(await moneyTasksOf(context)).toEqual([]);
  });

  it('is told by what the desk has entered, anew when that is corrected, and is a task after that', async () => {
    const { context, number } = await sent(system());
    await later(2 * MINUTE_MS);
    expect(await toldOf(context)).toMatchObject({ logisticsType: 1, trackingNumber: number, times: 1 });
    const correct = async () => {
      const trackingNumber = nextNumber();
      const body = { courier: 'EMS', trackingNumber };
      await context.staff.call(endpoints.deliveryDesk.correctParcel, { params: paramsOf(context), body });
      await system().settle();
      return trackingNumber;
    };
    const right = await correct();
    expect(await toldOf(context)).toMatchObject({ trackingNumber: right, times: 2 });
    expect(await moneyTasksOf(context)).toEqual([]);
    await correct();
    expect(await toldOf(context)).toMatchObject({ trackingNumber: right, times: 2 });
    expect(await moneyTasksOf(context)).toMatchObject([{ kind: 'shipping-not-reported' }]);
  });

  it('is not told before it is sent', async () => {
    const { context } = await madeForCourier();
    expect(await waitingTellings(context)).toBe(0);
    expect(await tellingOf(context, parcel('SF0000000000009'))).toBeUndefined();
    expect(await toldOf(context)).toBeUndefined();
  });
});

it('tells nothing of an order that cost nothing', async () => {
  await system()
    .container()
    .projects.updateOne({ _id: 'personal-signing' }, { $set: { paymentRequired: false } });
  const context = await walkTo(system(), 'approve', {
    projectId: 'personal-signing',
    applicantType: 'person',
    delivery: 'download',
  });
  await system().settle();
  await makeWith(context, await newKey());
  expect((await storedOrder(system(), context)).status).toBe('delivered');
  expect(await waitingTellings(context)).toBe(0);
});

it('leaves nobody’s phone in the log', async () => {
  const { context } = await madeForCourier();
  await deliver(context);
  await later(MINUTE_MS);
  expect(system().logText()).not.toContain(context.person.phone);
});
