import { endpoints } from '@acceptance/shared';
import { transitionOrder } from '../../bff/src/modules/orders';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { softwareHolder } from '../support/certificate-holders';
import { atDesk } from '../support/delivery-people';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { moneyTasksOf } from '../support/money-tasks';
import { approvedOrder, paymentFacts, paymentsAtWechat, startPayment } from '../support/paying';
import { financePerson, ownRefund, paidOrder, refundDeskOf, refundMessages } from '../support/refund-people';
import { STAFF_PASSWORD, type StaffPerson, signInStaff } from '../support/staff-people';
import { orderState, storedAttempts, storedOrder } from '../support/stored-state';
import { paramsOf, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const MINUTE = 60_000;
const pay = () => system().standIns.wechatPay;

let cashier: StaffPerson;
let colleague: StaffPerson;
beforeAll(async () => {
  cashier = await financePerson(system());
  colleague = await financePerson(system());
});
beforeEach(() => pay().ownFaults.reset());

/** Access ends after a quarter of an hour. */
async function signInAgain(): Promise<void> {
  const again = async (person: StaffPerson): Promise<StaffPerson> => ({
    ...person,
    client: await signInStaff(system(), person.username, STAFF_PASSWORD),
  });
  cashier = await again(cashier);
  colleague = await again(colleague);
}
async function letRefundsEnd(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await system().settle();
    system().clock.advance(MINUTE);
  }
  await system().settle();
}
const refundsOf = (context: StoryContext) => paymentsAtWechat(system(), context).flatMap(({ refunds }) => refunds);
const kindsOf = async (context: StoryContext) => (await moneyTasksOf(context)).map(({ kind }) => kind);
const listed = async (stage: 'waiting' | 'under-way' | 'ended', person = cashier) =>
  person.client.call(endpoints.refundDesk.listRefunds, { query: { stage, limit: '50' } });
const startIssuing = async (context: StoryContext) => {
  await takeSteps(context, 'staff-sign-in');
  return context.staff.call(endpoints.certificateDesk.startIssuing, { params: paramsOf(context) });
};

describe('a refund that the applicant asks for', () => {
  let context: StoryContext;
  beforeAll(async () => {
    context = await paidOrder(system());
  });

  it('is asked for once, waits for finance with a task, and holds the making of the certificate', async () => {
    const { ask, read } = ownRefund(context);
    expect(await read()).toEqual({ canAsk: true, nextNumber: 1, request: null });
    const wish = { reason: 'other', words: '单位已搬到外省办理' } as const;
    await Promise.all([1, 2, 3].map(() => ask(wish)));
    await system().settle();
    await expectError(() => ask({ reason: 'too-slow' }), 'refunds.already_asked', orderState(system(), context));
    expect(await read()).toMatchObject({
      canAsk: false,
      nextNumber: 2,
      request: { number: 1, state: 'waiting', reason: 'other', words: wish.words, canWithdraw: true },
    });
    expect(await kindsOf(context)).toEqual(['refund-waiting']);
    await expectError(() => startIssuing(context), 'refunds.waiting', orderState(system(), context));
    expect(JSON.stringify(await storedOrder(system(), context))).not.toContain(wish.words);
    expect(system().logText()).not.toContain(wish.words);
  });

  it('stands in the queue of finance, with who, how much and why', async () => {
    const { items, counts } = await listed('waiting');
    expect(counts).toEqual({ waiting: 1, 'under-way': 0 });
    const { orderNumber } = orderOf(context);
    expect(items).toMatchObject([
      { orderNumber, amountFen: 26_000, request: { askedBy: 'applicant', askedByMe: false } },
    ]);
    const byNumber = { query: { orderNumber: orderNumber.toLowerCase(), stage: 'ended' } } as const;
    expect((await cashier.client.call(endpoints.refundDesk.listRefunds, byNumber)).items).toEqual(items);
    expect(await refundDeskOf(cashier, context).read()).toMatchObject({
      deeds: ['approve', 'reject'],
      requests: [{ words: '单位已搬到外省办理' }],
      payments: [{ status: 'paid' }],
    });
  });

  it('is withdrawn by who asked, by nobody else, and goes on', async () => {
    await expectError(
      () => refundDeskOf(cashier, context).withdraw(),
      'refunds.not_yours',
      orderState(system(), context),
    );
    const { withdraw, read } = ownRefund(context);
    await withdraw();
    expect((await withdraw()).refund).toMatchObject({
      canAsk: true,
      request: { state: 'withdrawn', canWithdraw: false },
    });
    await system().settle();
    expect(await kindsOf(context)).toEqual([]);
    expect((await listed('waiting')).items).toEqual([]);
    await expectError(() => refundDeskOf(cashier, context).approve(), 'refunds.decided', orderState(system(), context));
    await expectError(() => withdraw(2), 'refunds.not_found', orderState(system(), context));
    expect(await read()).toMatchObject({ nextNumber: 2 });
  });

  it('is refused with words that the applicant reads', async () => {
    await ownRefund(context).ask({ number: 2 });
    await refundDeskOf(cashier, context).reject(2);
    await refundDeskOf(cashier, context).reject(2);
    await system().settle();
    await expectError(
      () => refundDeskOf(colleague, context).reject(2),
      'refunds.decided',
      orderState(system(), context),
    );
    expect((await ownRefund(context).read()).request).toMatchObject({ state: 'rejected', refusal: '证书已经在制作' });
    expect(refundMessages(system(), context)).toEqual(['未通过，申请继续办理']);
  });
});

describe('a refund that two of finance agree to at the same moment', () => {
  it('is one refund, and the order ends with it', async () => {
    const context = await paidOrder(system());
    await ownRefund(context).ask();
    const { revision } = await refundDeskOf(cashier, context).read();
    const { counts: before } = await listed('under-way');
    const both = [cashier, colleague].map((person) => refundDeskOf(person, context).approve(1, { revision }));
    expect(countOutcomes(await Promise.all(both.map(outcomeOf)))).toEqual({ ok: 1, 'refunds.decided': 1 });
    expect(await storedOrder(system(), context)).toMatchObject({ status: 'refunding' });
    expect((await listed('under-way')).counts).toEqual({
      waiting: before.waiting - 1,
      'under-way': before['under-way'] + 1,
    });
    // The one who agreed calls again, with what was seen then.
    const again = [cashier, colleague].map((person) => refundDeskOf(person, context).approve(1, { revision }));
    expect(countOutcomes(await Promise.all(again.map(outcomeOf)))).toEqual({ ok: 1, 'refunds.decided': 1 });
    await letRefundsEnd();
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'refunded', attempts: ['refunded'] });
    expect(refundsOf(context)).toMatchObject([{ refund: 26_000, status: 'SUCCESS' }]);
    const { liveClaim, refundAskedAt } = await storedOrder(system(), context);
    expect({ liveClaim, refundAskedAt }).toEqual({ liveClaim: undefined, refundAskedAt: undefined });
    expect(refundMessages(system(), context)).toEqual(['已同意，正在退回', '已完成，款项已退回']);
    expect(await kindsOf(context)).toEqual([]);
    const { items } = await listed('ended');
    expect(items.filter(({ orderNumber }) => orderNumber === orderOf(context).orderNumber)).toMatchObject([
      { amountFen: 26_000, request: { state: 'approved' } },
    ]);
    await expectError(
      () => ownRefund(context).ask({ number: 2 }),
      'refunds.nothing_paid',
      orderState(system(), context),
    );
  });
});

describe('a refund that finance asks for', () => {
  let context: StoryContext;
  beforeAll(async () => {
    context = await paidOrder(system());
    await refundDeskOf(cashier, context).ask({ reason: 'too-slow' });
    await system().settle();
  });

  it('is told to the applicant, who cannot withdraw it', async () => {
    expect(refundMessages(system(), context)).toEqual(['已提出，等待审批']);
    expect((await ownRefund(context).read()).request).toMatchObject({ askedBy: 'finance', canWithdraw: false });
    await expectError(() => ownRefund(context).withdraw(), 'refunds.not_yours', orderState(system(), context));
  });

  it('is not decided by the same person', async () => {
    const { approve, reject, read } = refundDeskOf(cashier, context);
    expect((await read()).deeds).toEqual(['withdraw']);
    for (const decide of [() => approve(), () => reject()]) {
      await expectError(decide, 'refunds.second_person_required', orderState(system(), context));
    }
  });

  it('is not agreed to without proof, on what has changed, by the owner of the order, or by a new member', async () => {
    const { approve, read } = refundDeskOf(colleague, context);
    const state = orderState(system(), context);
    const { revision } = await read();
    await expectError(() => approve(1, { password: 'not the password' }), 'auth.password_wrong', state);
    await expectError(() => approve(1, { revision: revision - 1 }), 'request.conflict', state);
    const { staffMembers } = system().container();
    const _id = colleague.id;
    const now = system().clock.now();
    await staffMembers.updateOne({ _id }, { $set: { rolesSince: { finance: now } } });
    await expectError(() => approve(), 'staff.role_too_new', state);
    await staffMembers.updateOne({ _id }, { $unset: { rolesSince: 1 } });
    await colleague.client.call(endpoints.staff.addOwnPhone, { body: { phone: context.person.phone } });
    for (const decide of [() => approve(), () => refundDeskOf(colleague, context).reject()]) {
      await expectError(decide, 'staff.own_order', state);
    }
    await staffMembers.updateOne({ _id }, { $set: { ownPhones: [] } });
  });

  it('is sent once although the answer of the gateway is lost, and ends by a notice that comes late', async () => {
    const { paymentGateway } = system().container();
    const { refund } = paymentGateway;
    let sent = 0;
    paymentGateway.refund = async (request) => {
      await refund(request);
      sent += 1;
      throw new Error('the process dies here');
    };
    await refundDeskOf(colleague, context).approve();
    await system().settle();
    paymentGateway.refund = refund;
    await letRefundsEnd();
    expect(sent).toBe(1);
    expect(refundsOf(context)).toHaveLength(1);
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'refunded', attempts: ['refunded'] });
    await pay().idle();
    await letRefundsEnd();
    const { history } = await storedOrder(system(), context);
    expect(history.filter(({ to }) => to === 'refunded')).toHaveLength(1);
    expect(refundMessages(system(), context).filter((told) => told.startsWith('已完成'))).toHaveLength(1);
  });
});

describe('money of an order that was paid twice', () => {
  beforeEach(signInAgain);
  /** The second payment's refund has failed at the gateway: finance has a task. */
  async function paidTwice(): Promise<{ context: StoryContext; second: string }> {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    const { orders } = system().container();
    await orders.updateOne({ _id: orderOf(context).id }, { $set: { 'attempts.0.status': 'closed' } });
    const { attempt: other } = await startPayment(context);
    await pay().pay(attempt.outTradeNo);
    await system().settle();
    pay().ownFaults.set({ fault: 'refund-closed', times: 1 });
    await pay().pay(other.outTradeNo);
    await letRefundsEnd();
    pay().ownFaults.reset();
    return { context, second: other.outTradeNo };
  }
  const settleTask = async (context: StoryContext) => {
    const [task] = await moneyTasksOf(context);
    await context.staff.call(endpoints.tasks.settleTask, {
      params: { taskId: task!.id },
      body: { settlement: 'returned-by-transfer' },
    });
    await system().settle();
  };

  it('stays paid when finance has given the second payment back by hand', async () => {
    const { context } = await paidTwice();
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'paid', attempts: ['paid', 'refunding'] });
    await settleTask(context);
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'paid', attempts: ['paid', 'refunded'] });
  });

  it('is refunded only when all of it is back', async () => {
    const { context } = await paidTwice();
    await ownRefund(context).ask({ reason: 'paid-twice' });
    await refundDeskOf(cashier, context).approve();
    await letRefundsEnd();
    expect(await paymentFacts(system(), context)).toMatchObject({
      status: 'refunding',
      attempts: ['refunded', 'refunding'],
    });
    expect(await refundDeskOf(cashier, context).read()).toMatchObject({ isStuck: true, deeds: [] });
    await settleTask(context);
    expect(await paymentFacts(system(), context)).toMatchObject({
      status: 'refunded',
      attempts: ['refunded', 'refunded'],
    });
    expect(await storedAttempts(system(), context)).toMatchObject([{ anomaly: null }, { anomaly: null }]);
  });
});

describe('asking for a refund', () => {
  beforeEach(signInAgain);

  it('is refused for what is not paid, not one’s own, or made already; a request that waits lapses then', async () => {
    const unpaid = await approvedOrder(system());
    await expectError(() => ownRefund(unpaid).ask(), 'refunds.nothing_paid', orderState(system(), unpaid));
    const context = await paidOrder(system());
    const stranger = { ...unpaid, order: orderOf(context) };
    await expectError(() => ownRefund(stranger).ask(), 'orders.not_found', orderState(system(), context));
    await expectError(
      () => ownRefund(context).ask({ reason: 'other' }),
      'request.invalid',
      orderState(system(), context),
    );
    await ownRefund(context).ask();
    const { orders } = system().container();
    const event = {
      orderId: orderOf(context).id,
      by: { role: 'issuer', id: 'clerk' },
      now: system().clock.now(),
    } as const;
    await transitionOrder(orders, { ...event, event: 'start-issuing' });
    await transitionOrder(orders, { ...event, event: 'issue' });
    await system().settle();
    expect(await ownRefund(context).read()).toMatchObject({ canAsk: false, request: { state: 'lapsed' } });
    await expectError(() => refundDeskOf(cashier, context).approve(), 'refunds.decided', orderState(system(), context));
    await expectError(
      () => ownRefund(context).ask({ number: 2 }),
      'refunds.certificate_made',
      orderState(system(), context),
    );
  });
});

describe('the money of a certificate that is made', () => {
  beforeEach(signInAgain);

  const revoke = (context: StoryContext, certificateId: string) =>
    context.staff.call(endpoints.certificateDesk.revokeCertificate, {
      params: { certificateId },
      body: { reason: 'cessationOfOperation', note: '证书做错，双方同意退款' },
    });

  it('goes back by two of finance once it is revoked, and nothing is sent any more', async () => {
    const context = await atDesk(system());
    await system().settle();
    const state = orderState(system(), context);
    expect(await refundDeskOf(cashier, context).read()).toMatchObject({ certificateValid: true, deeds: [] });
    await expectError(() => refundDeskOf(cashier, context).ask(), 'refunds.certificate_valid', state);
    await revoke(context, context.certificate!.id);
    await system().settle();
    await expectError(() => ownRefund(context).ask(), 'refunds.certificate_made', state);
    expect(await refundDeskOf(cashier, context).read()).toMatchObject({ certificateValid: false, deeds: ['ask'] });
    await refundDeskOf(cashier, context).ask();
    await refundDeskOf(colleague, context).approve();
    await refundDeskOf(colleague, context).approve();
    await letRefundsEnd();
    expect((await storedOrder(system(), context)).status).toBe('refunded');
    expect(refundsOf(context)).toHaveLength(1);
    const { items } = await context.staff.call(endpoints.deliveryDesk.listDeliveries, {
      query: { search: orderOf(context).orderNumber, limit: '5' },
    });
    expect(items).toMatchObject([{ stage: 'done' }]);
    expect(refundMessages(system(), context)).toEqual(['已提出，等待审批', '已同意，正在退回', '已完成，款项已退回']);
  });

  it('goes back for a software certificate until its holder has received it', async () => {
    const { context, certificate } = await softwareHolder(system());
    await takeSteps(context, 'staff-sign-in');
    await revoke(context, certificate.id);
    await system().settle();
    await refundDeskOf(cashier, context).ask();
    system().clock.advance(30 * 24 * 60 * MINUTE);
    await system().settle();
    await signInAgain();
    expect((await storedOrder(system(), context)).status).toBe('completed');
    expect(await refundDeskOf(cashier, context).read()).toMatchObject({ requests: [{ state: 'lapsed' }], deeds: [] });
    await expectError(
      () => refundDeskOf(cashier, context).ask({ number: 2 }),
      'refunds.certificate_made',
      orderState(system(), context),
    );
  });
});
