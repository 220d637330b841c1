import { endpoints, isRemarkCode } from '@acceptance/shared';
import { settleClaim } from '../../bff/src/modules/bank-transfers/claim-money';
import { transitionOrder } from '../../bff/src/modules/orders';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { gatheredFiles } from '../support/gathered-data';
import { moneyTasksOf } from '../support/money-tasks';
import { approvedOrder, payFor, paymentFacts, paymentMessages, startPayment } from '../support/paying';
import { ownRefund, refundDeskOf } from '../support/refund-people';
import { type StaffPerson, staffPerson } from '../support/staff-people';
import { storedOrder } from '../support/stored-state';
import { paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';
import {
  choose,
  financeOf,
  handIn,
  handInFresh,
  moneyOf,
  readOwn,
  uploadSlip,
  withdraw,
} from '../support/transferring';

const system = useSystem();
const PRICE = 26_000;

let clerk: StaffPerson;
beforeAll(async () => {
  clerk = await staffPerson(system(), ['finance']);
});
const finance = () => financeOf(clerk);
const orderView = (context: StoryContext) =>
  context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
const kindsOf = async (context: StoryContext) => (await moneyTasksOf(context)).map(({ kind }) => kind);
const storedEntry = (id: string) => system().container().bankEntries.findOne({ _id: id }).lean();

describe('a bank transfer', () => {
  it('is told where to go and by which code, handed in, refused, handed in again and booked once against money', async () => {
    const context = await approvedOrder(system());
    expect(await readOwn(context)).toMatchObject({ offered: true, state: null, code: null, account: null });
    const chosen = await choose(context);
    expect(isRemarkCode(chosen.code ?? '')).toBe(true);
    expect(chosen).toMatchObject({ state: 'chosen', amountFen: PRICE, account: { accountNumber: expect.any(String) } });
    expect(await choose(context)).toEqual(chosen);

    const fileId = await uploadSlip(context);
    const handedIn = await handIn(context, fileId, '财务张姐转的');
    expect(handedIn).toMatchObject({ state: 'handed-in', note: '财务张姐转的', slip: { id: fileId } });
    expect(await handIn(context, fileId)).toEqual(handedIn);
    await system().settle();
    // A slip is no money.
    expect(await orderView(context)).toMatchObject({ status: 'approved', paymentStatus: 'verifying' });
    await expectError(() => startPayment(context), 'bank_transfers.waiting');
    expect(await kindsOf(context)).toEqual(['transfer-to-check']);
    const { items } = await finance().list();
    expect(items.map(({ orderId }) => orderId)).toContain(orderOf(context).id);
    expect(JSON.stringify(items)).not.toContain(context.person.unitName);
    expect((await finance().slip(context)).length).toBeGreaterThan(100);

    expect(await finance().refuse(context)).toMatchObject({ state: 'refused', refusal: '没有查到这笔款' });
    expect(await finance().refuse(context)).toMatchObject({ state: 'refused' });
    await system().settle();
    const told = system()
      .standIns.tencentCloud.sms(context.person.phone)
      .filter(({ templateId }) => templateId === 'demo-slip-refused');
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('转账凭证没有通过核实')]);
    expect(await readOwn(context)).toMatchObject({ state: 'refused', refusal: '没有查到这笔款', slipsLeft: 9 });
    expect(await orderView(context)).toMatchObject({ paymentStatus: 'pending' });
    expect(await kindsOf(context)).toEqual([]);

    await handIn(context, await uploadSlip(context));
    const entry = await finance().record(moneyOf(PRICE, { payerName: '李四', payerAccount: '6222000011112222' }));
    const shown = await finance().read(context);
    expect(shown.candidates).toMatchObject([{ id: entry.id, payerName: '李四' }]);
    const calls = [1, 2, 3].map(() => outcomeOf(finance().book([entry.id], [context])));
    expect(countOutcomes(await Promise.all(calls))).toEqual({ ok: 3 });
    await system().settle();
    expect(await orderView(context)).toMatchObject({ status: 'paid', paymentStatus: 'paid' });
    expect((await paymentFacts(system(), context)).confirmations).toBe(1);
    expect(paymentMessages(system(), context)).toBe(1);
    expect(await kindsOf(context)).toEqual([]);
    expect(await storedEntry(entry.id)).toMatchObject({ remainingFen: 0, state: 'used', parts: [{ state: 'paid' }] });
    expect((await finance().read(context)).paidWith).toMatchObject([{ payerAccount: '6222000011112222' }]);
    const gathered = await gatheredFiles(system(), (await storedOrder(system(), context)).accountId);
    expect(gathered.get('transfers.json')?.toString()).toContain(chosen.code);
    expect([...gathered.keys()].filter((path) => path.includes('transfer-slip'))).toHaveLength(2);
    expect(system().logText()).not.toMatch(/李四|6222000011112222|财务张姐/);
  });

  it('is offered by the project alone, and only while it is due', async () => {
    const context = await approvedOrder(system());
    const { orders } = system().container();
    await orders.updateOne({ _id: orderOf(context).id }, { $unset: { 'project.paymentWays': 1 } });
    await expectError(() => choose(context), 'bank_transfers.not_offered');
    await orders.updateOne({ _id: orderOf(context).id }, { $set: { 'project.paymentWays': ['transfer'] } });
    await expectError(() => startPayment(context), 'bank_transfers.only_way');
    await expectError(() => uploadSlip(context), 'orders.not_editable');
    await choose(context);
    const fileId = await uploadSlip(context);
    await handIn(context, fileId);
    expect(await withdraw(context)).toMatchObject({ state: 'chosen', slip: null });
    expect(await withdraw(context)).toMatchObject({ state: 'chosen' });
    await expectError(() => finance().refuse(context), 'bank_transfers.nothing_to_refuse');
    await orders.updateOne({ _id: orderOf(context).id }, { $set: { 'transfer.timesHandedIn': 10 } });
    await expectError(() => handIn(context, fileId), 'bank_transfers.too_many_slips');
    await context.applicant.call(endpoints.orders.cancelOrder, { params: paramsOf(context) });
    await expectError(() => handIn(context, fileId), 'payments.not_payable');
    expect(await readOwn(context)).toMatchObject({ offered: false, account: null });
  });
});

describe('money on the account', () => {
  it('is recorded once for each reference of a bank, and pays for no more than it is', async () => {
    const [first, second, third] = [
      await approvedOrder(system()),
      await approvedOrder(system()),
      await approvedOrder(system()),
    ];
    const money = moneyOf(2 * PRICE + 500);
    const entry = await finance().record(money);
    expect(await finance().record(money)).toEqual(entry);
    await expectError(() => finance().record({ ...money, amountFen: 1 }), 'bank_transfers.reference_taken');
    await expectError(() => finance().book([entry.id], [first], { password: 'another one' }), 'auth.password_wrong');
    await expectError(() => finance().book([entry.id], [first, second, third]), 'bank_transfers.too_little');
    await system().settle();
    expect((await paymentFacts(system(), first)).status).toBe('paid');
    expect((await paymentFacts(system(), second)).status).toBe('paid');
    expect((await paymentFacts(system(), third)).status).toBe('approved');
    expect(await storedEntry(entry.id)).toMatchObject({ remainingFen: 500, state: 'open', problem: 'rest' });

    const { items } = await clerk.client.call(endpoints.tasks.listTasks, { query: { limit: '50' } });
    const task = items.find(({ subject }) => subject.id === entry.id);
    expect(task).toMatchObject({ kind: 'transfer-unmatched', subject: { kind: 'bankEntry' } });
    const params = { taskId: task?.id ?? '' };
    const body = { settlement: 'returned-by-transfer', note: '退款流水 778899' } as const;
    await clerk.client.call(endpoints.tasks.settleTask, { params, body });
    expect(await storedEntry(entry.id)).toMatchObject({ state: 'returned' });
    await expectError(() => finance().book([entry.id], [third]), 'bank_transfers.too_little');

    // Several for one: what is missing was transferred afterwards.
    const parts = [await finance().record(moneyOf(PRICE - 100)), await finance().record(moneyOf(100))];
    const ids = parts.map(({ id }) => id);
    await expectError(() => finance().book([ids[0] ?? ''], [third]), 'bank_transfers.too_little');
    expect(await storedEntry(ids[0] ?? '')).toMatchObject({ remainingFen: PRICE - 100, parts: [] });
    await expectError(() => finance().book(ids, [first, third]), 'bank_transfers.one_of_either');
    await finance().book(ids, [third]);
    expect((await paymentFacts(system(), third)).status).toBe('paid');
    await expectError(() => finance().book(ids, [first]), 'bank_transfers.not_due');
    expect((await finance().book([entry.id], [first])).booked).toHaveLength(1);
  });

  it('pays one of two orders that are booked with it at the same moment', async () => {
    const contexts = [await approvedOrder(system()), await approvedOrder(system())];
    const entry = await finance().record(moneyOf(PRICE));
    const calls = contexts.map((context) => outcomeOf(finance().book([entry.id], [context])));
    expect(countOutcomes(await Promise.all(calls))).toEqual({ ok: 1, 'bank_transfers.too_little': 1 });
    expect(await storedEntry(entry.id)).toMatchObject({ remainingFen: 0, parts: [{ state: 'paid' }] });
  });

  it('that a booking claimed before it died is free again, and the dead booking pays nothing any more', async () => {
    const context = await approvedOrder(system());
    const entry = await finance().record(moneyOf(PRICE));
    await choose(context);
    const { orders, bankEntries, ...needs } = system().container();
    const orderId = orderOf(context).id;
    const claim = { orderId, booking: 'dead', now: system().clock.now() };
    const part = { orderId, orderNumber: 'X', amountFen: PRICE, state: 'claimed', booking: 'dead', at: claim.now };
    await bankEntries.updateOne({ _id: entry.id }, { $set: { remainingFen: 0, state: 'used', parts: [part] } });
    await orders.updateOne({ _id: orderId }, { $set: { 'transfer.booking': 'dead', 'transfer.bookingAt': claim.now } });
    await settleClaim({ ...needs, orders, bankEntries }, entry.id, claim);
    expect(await storedEntry(entry.id)).toMatchObject({ remainingFen: PRICE, state: 'open', parts: [] });
    const late = { orderId, event: 'confirm-payment', by: { role: 'system', id: null }, now: claim.now } as const;
    await expectError(
      () => transitionOrder(orders, { ...late, where: { 'transfer.booking': 'dead' } }),
      'orders.transition_not_allowed',
    );
    await finance().book([entry.id], [context]);
    expect((await paymentFacts(system(), context)).status).toBe('paid');
  });
});

describe('an order that is paid in two ways', () => {
  it('gives WeChat money back that comes after the transfer', async () => {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    const entry = await finance().record(moneyOf(PRICE));
    await finance().book([entry.id], [context]);
    await system().standIns.wechatPay.pay(attempt.outTradeNo);
    await system().settle();
    system().clock.advance(60_000);
    await system().settle();
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'paid', attempts: ['refunded'] });
    expect(await orderView(context)).toMatchObject({ paymentStatus: 'paid' });
  });

  it('leaves the transfer to finance where WeChat was first', async () => {
    const context = await approvedOrder(system());
    const code = await handInFresh(context);
    await withdraw(context);
    await payFor(system(), context);
    expect((await storedOrder(system(), context)).transfer).toMatchObject({ code, paid: null });
    const entry = await finance().record(moneyOf(PRICE, { remark: code }));
    await expectError(() => finance().book([entry.id], [context]), 'bank_transfers.not_due');
    expect(await storedEntry(entry.id)).toMatchObject({ remainingFen: PRICE, state: 'open' });
  });
});

describe('the refund of a transfer', () => {
  let colleague: StaffPerson;
  beforeAll(async () => {
    colleague = await staffPerson(system(), ['finance']);
  });

  async function paidByTransfer(context: StoryContext): Promise<void> {
    const entry = await finance().record(moneyOf(PRICE));
    await finance().book([entry.id], [context]);
  }
  async function agreedUpon(context: StoryContext): Promise<void> {
    await ownRefund(context).ask();
    expect(await refundDeskOf(colleague, context).read()).toMatchObject({
      amountFen: PRICE,
      deeds: ['approve', 'reject'],
      transfers: [{ amountFen: PRICE, state: 'paid', bookedAt: expect.any(String) }],
    });
    await refundDeskOf(colleague, context).approve();
  }
  async function sendBack(context: StoryContext): Promise<void> {
    const task = (await moneyTasksOf(context)).find(({ kind }) => kind === 'transfer-refund');
    await clerk.client.call(endpoints.tasks.settleTask, {
      params: { taskId: task?.id ?? '' },
      body: { settlement: 'returned-by-transfer', note: '退款流水 112233' },
    });
    await system().settle();
  }

  it('is asked for, agreed to, a task with proof, and the order follows it', async () => {
    const context = await approvedOrder(system());
    await paidByTransfer(context);
    await agreedUpon(context);
    await system().settle();
    expect(await orderView(context)).toMatchObject({ status: 'refunding', paymentStatus: 'refunding' });
    const [task] = await moneyTasksOf(context);
    expect(task).toMatchObject({ kind: 'transfer-refund', canRedo: false, settlements: ['returned-by-transfer'] });
    await sendBack(context);
    expect(await orderView(context)).toMatchObject({ status: 'refunded', paymentStatus: 'refunded' });
    expect(await moneyTasksOf(context)).toEqual([]);
  });

  it.each(['WeChat', 'the transfer'])('ends with the last of what was paid twice, %s being first', async (first) => {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    await paidByTransfer(context);
    await system().standIns.wechatPay.pay(attempt.outTradeNo);
    await system().container().dispatcher.drain();
    expect((await paymentFacts(system(), context)).attempts).toEqual(['refunding']);
    await agreedUpon(context);
    await system().settle();
    const wechatEnds = async () => {
      system().clock.advance(60_000);
      await system().settle();
    };
    const ends = first === 'WeChat' ? [wechatEnds, () => sendBack(context)] : [() => sendBack(context), wechatEnds];
    for (const [index, end] of ends.entries()) {
      expect(await orderView(context)).toMatchObject({ status: 'refunding' });
      await end();
      expect((await orderView(context)).status).toBe(index === 0 ? 'refunding' : 'refunded');
    }
    expect(await moneyTasksOf(context)).toEqual([]);
  });
});
