import { endpoints } from '@acceptance/shared';
import { parse } from 'csv-parse/sync';
import { compareAgain } from '../../bff/src/modules/reconciliation/compare-again';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { anotherContainer } from '../support/audit-records';
import { expectError } from '../support/expect-error';
import { reconciliationDeskOf, today, toNextMorning } from '../support/reconciling';
import { financePerson, ownRefund, paidOrder, refundDeskOf } from '../support/refund-people';
import { STAFF_PASSWORD, type StaffPerson, signInStaff } from '../support/staff-people';
import { storedAttempts, storedOrder } from '../support/stored-state';
import { takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';
import { financeOf, moneyOf } from '../support/transferring';

const system = useSystem();
const HOUR_MS = 3_600_000;
const PRICE = 26_000;
const sum = (count: number) => ({ count, fen: count * PRICE });

let cashier: StaffPerson;
let colleague: StaffPerson;
beforeAll(async () => {
  cashier = await financePerson(system());
  colleague = await financePerson(system());
});

const desk = () => reconciliationDeskOf(system(), cashier);
const faults = () => system().standIns.wechatPay.ownFaults;
const billRequests = () =>
  system()
    .standIns.requests.list('wechat-pay')
    .filter(({ path }) => path.startsWith('/v3/bill/tradebill'));
const outTradeNoOf = async (context: StoryContext) => (await storedAttempts(system(), context))[0]!.outTradeNo;
const storedDays = () => system().container().reconciliationDays;

/** Money of one day; then it is the next morning and everything that is due has been done. */
async function dayWith(paying: () => Promise<unknown>): Promise<string> {
  const day = today(system());
  await paying();
  toNextMorning(system());
  await system().settle();
  return day;
}

async function again(day: string): Promise<void> {
  await desk().again(day);
  await system().settle();
}

async function refund(context: StoryContext): Promise<void> {
  await ownRefund(context).ask();
  const client = await signInStaff(system(), colleague.username, STAFF_PASSWORD);
  await refundDeskOf({ client }, context).approve();
  await system().settle();
}

describe('a day whose money fits', () => {
  let day: string;
  let context: StoryContext;
  let other: StoryContext;

  it('is matched by its bill, each payment and refund on its own day, and the bill is fetched once', async () => {
    expect((await desk().list()).items).toEqual([]);
    day = await dayWith(async () => {
      [context, other] = [await paidOrder(system()), await paidOrder(system())];
      await refund(context);
      const client = await signInStaff(system(), cashier.username, STAFF_PASSWORD);
      await financeOf({ client }).record(moneyOf(5_000, { bookedOn: today(system()) }));
    });
    const view = await desk().read(day);
    expect(view).toMatchObject({ state: 'matched', items: [], differences: 0, isUnderWay: false });
    expect(view.ours).toEqual({ payments: sum(2), refunds: sum(1) });
    expect(view.theirs).toEqual(view.ours);
    expect(view.billSha1).toMatch(/^[0-9a-f]{40}$/);
    // Of 520.00 yuan two fees of 1.56 yuan are taken; that of the refund comes back, so that it goes without it.
    const flow = { 'flow-payments': 2 * PRICE, 'flow-refunds': PRICE - 156, 'flow-fees': 2 * 156 };
    expect(view.flow).toEqual({ traded: flow, moved: flow, sha1: expect.stringMatching(/^[0-9a-f]{40}$/) });
    expect(view.bank).toMatchObject({ entries: { count: 1, fen: 5_000 }, open: { count: 1, fen: 5_000 } });
    system().standIns.requests.clear();
    system().clock.advance(HOUR_MS);
    await system().settle();
    expect(billRequests()).toEqual([]);
    expect(await desk().openTasks('bill-differs')).toEqual([]);
  });

  it('is not compared before its bill is made; a refund of the next day stands in the next bill', async () => {
    const next = today(system());
    await takeSteps(other, 'sign-in');
    await refund(other);
    toNextMorning(system(), '10:14');
    await system().settle();
    await expectError(() => desk().read(next), 'reconciliation.day_not_found');
    system().clock.advance(HOUR_MS);
    await system().settle();
    const view = await desk().read(next);
    expect(view).toMatchObject({ state: 'matched', ours: { payments: sum(0), refunds: sum(1) } });
    expect(view.theirs).toEqual(view.ours);
    const { items, total, counts } = await desk().list({ limit: '1' });
    expect([items.map((one) => one.day), total, counts.matched]).toEqual([[next], 2, 2]);
    const second = await desk().list({ limit: '1', cursor: next });
    expect(second).toMatchObject({ items: [{ day }], nextCursor: null });
    await expectError(() => desk().list({ cursor: 'f'.repeat(24) }), 'request.cursor_invalid');
  });

  it('is a table for finance’s own books, without names', async () => {
    const text = await desk().sheet(day);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [, ...rows] = parse(text.slice(1)) as string[][];
    const ofOrder = rows.filter(([, orderNumber]) => orderNumber === orderOf(context).orderNumber);
    expect(ofOrder.map(([what, , , , , ours, theirs, outcome]) => [what, ours, theirs, outcome])).toEqual([
      ['收款', '260.00', '260.00', '一致（已退款）'],
      ['退款', '260.00', '260.00', '一致（已退款）'],
    ]);
    expect(rows).toContainEqual(expect.arrayContaining(['银行到账', '50.00', '工商银行：待处理']));
    expect(rows).toContainEqual(['合计：收款', '', '', '', '', '520.00', '520.00', '系统 2 笔，账单 2 笔', '']);
    expect(rows).toContainEqual(['合计：资金账单：手续费', '', '', '', '', '3.12', '3.12', '与交易账单一致', '']);
    expect(text).not.toContain(context.person.unitName);
    expect(text).not.toContain('示例付款有限公司');
  });

  it('without money is matched when WeChat Pay says that nothing was traded', async () => {
    const quiet = await dayWith(async () => undefined);
    expect(await desk().read(quiet)).toMatchObject({ state: 'matched', billSha1: null, ours: { payments: sum(0) } });
  });
});

describe('a bill that is not to be had', () => {
  it('is asked for again; after three days a person is told, whose button asks once more', async () => {
    faults().set({ fault: 'bill-creating' });
    const day = await dayWith(() => paidOrder(system()));
    expect(await desk().read(day)).toMatchObject({ state: 'waiting', ours: null, comparedAt: null });
    expect((await desk().read(day)).nextLookAt).not.toBeNull();
    for (let hours = 0; hours < 72; hours += 3) {
      system().clock.advance(3 * HOUR_MS + 60_000);
      await system().settle();
    }
    const [task] = await desk().openTasks('bill-not-read');
    expect(task!.facts).toEqual(
      expect.arrayContaining([
        { name: 'day', value: day },
        { name: 'reason', value: 'bill-not-ready' },
      ]),
    );
    faults().reset();
    await desk().redo(task!);
    await system().settle();
    expect(await desk().read(day)).toMatchObject({ state: 'matched', ours: { payments: sum(1) } });
    expect(await desk().openTasks()).not.toContainEqual(expect.objectContaining({ kind: 'bill-not-read' }));
    // The days in between were opened meanwhile, and look again by themselves.
    system().clock.advance(3 * HOUR_MS + 60_000);
    await system().settle();
    expect((await desk().list({ state: 'waiting' })).items).toEqual([]);
  });

  it('is believed to be none only of a day without money', async () => {
    toNextMorning(system());
    await system().settle();
    let context: StoryContext | null = null;
    const day = await dayWith(async () => {
      context = await paidOrder(system());
      faults().set({ fault: 'bill-without', onPath: await outTradeNoOf(context) });
    });
    expect(await desk().read(day)).toMatchObject({ state: 'waiting', items: [] });
    for (let hours = 0; hours < 72; hours += 3) {
      system().clock.advance(3 * HOUR_MS + 60_000);
      await system().settle();
    }
    const [task] = await desk().openTasks('bill-not-read');
    expect(task!.facts).toContainEqual({ name: 'reason', value: 'bill-none' });
    expect((await desk().read(day)).nextLookAt).toBeNull();
    await desk().settle(task!, '已在商户平台核对，款项到账');
    expect(await desk().read(day)).toMatchObject({ state: 'settled', closedBy: cashier.username });
    faults().reset();
    system().standIns.requests.clear();
    // Not by the endpoint, which wakes the dispatcher: the first could be done before the second comes.
    const now = system().clock.now();
    await Promise.all([compareAgain(storedDays(), day, now), compareAgain(storedDays(), day, now)]);
    await system().settle();
    expect(billRequests()).toHaveLength(1);
    expect(await desk().read(day)).toMatchObject({ state: 'matched', closedBy: null });
  });

  it('is not believed when its file is another one than was signed', async () => {
    toNextMorning(system());
    await system().settle();
    faults().set({ fault: 'bill-wrong-hash' });
    const day = await dayWith(() => paidOrder(system()));
    expect(await desk().read(day)).toMatchObject({ state: 'waiting', billSha1: null });
    expect(system().logText()).toContain('FILE-HASH-DIFFERS');
    faults().reset();
    await again(day);
    expect(await desk().read(day)).toMatchObject({ state: 'matched' });
  });
});

describe('a bill that differs', () => {
  let day: string;
  let contexts: StoryContext[];
  let numbers: string[];

  it('is one task that names what differs, however many processes look', async () => {
    toNextMorning(system());
    await system().settle();
    const another = await anotherContainer(system());
    day = today(system());
    contexts = [await paidOrder(system()), await paidOrder(system()), await paidOrder(system())];
    numbers = await Promise.all(contexts.map(outTradeNoOf));
    faults().set({ fault: 'bill-other-amount', onPath: numbers[0]! });
    toNextMorning(system());
    faults().set({ fault: 'bill-without', onPath: numbers[1]! });
    system().standIns.requests.clear();
    await Promise.all([system().settle(), another.dispatcher.drain()]);
    await system().settle();
    await another.close();
    expect(billRequests()).toHaveLength(1);
    expect(await storedDays().countDocuments({ day })).toBe(1);
    const view = await desk().read(day);
    expect(view).toMatchObject({ state: 'differs', differences: 2, openDifferences: 2 });
    expect(view.items).toMatchObject([
      { kind: 'other-amount', outTradeNo: numbers[0], ourFen: PRICE, theirFen: PRICE + 1, ourState: 'paid' },
      { kind: 'missing-at-theirs', outTradeNo: numbers[1], ourFen: PRICE, theirFen: null },
    ]);
    const tasks = await desk().openTasks('bill-differs');
    expect(tasks).toHaveLength(1);
    expect(tasks[0]!.facts).toEqual([
      { name: 'day', value: day },
      { name: 'differences', value: 2 },
      { name: 'numbers', value: `${numbers[0]}、${numbers[1]}` },
    ]);
  });

  it('is settled difference by difference; a note stays with what it was about', async () => {
    const [amount, missing] = (await desk().read(day)).items;
    await expectError(() => desk().note(day, 'f'.repeat(24), '已核对'), 'reconciliation.difference_not_found');
    await expectError(() => desk().note('2026-01-01', amount!.id, '已核对'), 'reconciliation.day_not_found');
    const client = await signInStaff(system(), colleague.username, STAFF_PASSWORD);
    await client.call(endpoints.staff.addOwnPhone, { body: { phone: contexts[0]!.person.phone } });
    const its = reconciliationDeskOf(system(), colleague);
    await expectError(
      () => its.note(day, amount!.id, '已核对'),
      'staff.own_order',
      () => desk().read(day),
    );
    await system()
      .container()
      .staffMembers.updateOne({ _id: colleague.id }, { $set: { ownPhones: [] } });
    const notes = await Promise.all(
      [desk().note(day, amount!.id, '=已核对'), desk().note(day, amount!.id, '=已核对')].map((call) =>
        call.then(
          () => 'ok',
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(notes).toContain('ok');
    await desk().note(day, amount!.id, '=已核对');
    const others = reconciliationDeskOf(system(), colleague);
    await expectError(() => others.note(day, amount!.id, '我也核对了'), 'reconciliation.difference_settled');
    await again(day);
    expect(await desk().read(day)).toMatchObject({
      state: 'differs',
      openDifferences: 1,
      items: [{ settlement: { note: '=已核对', by: cashier.username } }, { settlement: null }],
    });
    expect((await desk().openTasks('bill-differs'))[0]!.facts).toContainEqual({ name: 'differences', value: 1 });
    expect(await others.note(day, missing!.id, '已与微信支付确认')).toMatchObject({
      state: 'settled',
      openDifferences: 0,
    });
    await system().settle();
    expect(await desk().openTasks('bill-differs')).toEqual([]);
    const rows = parse((await desk().sheet(day)).slice(1)) as string[][];
    expect(rows).toContainEqual(expect.arrayContaining([numbers[0], '260.00', '260.01', '金额不同', "'=已核对"]));
  });

  it('heals when it fits later', async () => {
    faults().reset();
    faults().set({ fault: 'bill-other-amount', onPath: numbers[2]! });
    await again(day);
    expect(await desk().openTasks('bill-differs')).toHaveLength(1);
    faults().reset();
    await again(day);
    expect(await desk().read(day)).toMatchObject({ state: 'matched', items: [] });
    expect(await desk().openTasks('bill-differs')).toEqual([]);
  });
});

describe('the fund-flow bill', () => {
  it('that differs from the trade bill is a difference of the day, which is noted or heals like any other', async () => {
    toNextMorning(system());
    await system().settle();
    const day = await dayWith(async () => {
      const context = await paidOrder(system());
      faults().set({ fault: 'flow-other-fee', onPath: `flow ${await outTradeNoOf(context)}` });
    });
    const view = await desk().read(day);
    expect(view).toMatchObject({
      state: 'differs',
      items: [{ about: 'flow-fees', kind: 'other-amount', ourFen: 156, theirFen: 157, orderId: null }],
    });
    const [task] = await desk().openTasks('bill-differs');
    expect(task!.facts).toContainEqual({ name: 'numbers', value: '资金账单：手续费' });
    const rows = parse((await desk().sheet(day)).slice(1)) as string[][];
    expect(rows).toContainEqual(['资金账单：手续费', '', '', '', '', '1.56', '1.57', '金额不同', '']);
    expect(await desk().note(day, view.items[0]!.id, '已联系微信支付')).toMatchObject({ state: 'settled' });
    faults().reset();
    await again(day);
    expect(await desk().read(day)).toMatchObject({ state: 'matched', items: [] });
    expect(await desk().openTasks('bill-differs')).toEqual([]);
  });

  it('keeps the day waiting until it is to be had, and is not believed when its file is another one', async () => {
    toNextMorning(system());
    await system().settle();
    faults().set({ fault: 'bill-creating', onPath: 'fundflowbill' });
    const day = await dayWith(() => paidOrder(system()));
    expect(await desk().read(day)).toMatchObject({ state: 'waiting', billSha1: null, flow: null });
    for (const fault of [
      { fault: 'bill-wrong-hash', onPath: 'fundflowbill' } as const,
      { fault: 'flow-without' } as const,
    ]) {
      faults().reset();
      faults().set(fault);
      await again(day);
      expect(await desk().read(day)).toMatchObject({ state: 'waiting', flow: null });
    }
    faults().reset();
    await again(day);
    expect(await desk().read(day)).toMatchObject({ state: 'matched', flow: { moved: { 'flow-payments': PRICE } } });
  });
});

describe('money that the bill has and we do not', () => {
  it('is asked about and booked before it is called a difference', async () => {
    toNextMorning(system());
    await system().settle();
    let context: StoryContext | null = null;
    const day = await dayWith(async () => {
      context = await paidOrder(system());
      // As after a restored backup: the payment is lost, and nobody looks after the attempt any more.
      await system()
        .container()
        .orders.updateOne(
          { _id: orderOf(context).id },
          {
            $set: {
              status: 'approved',
              'attempts.0.status': 'closed',
              'attempts.0.signedState': 'CLOSED',
              'attempts.0.paidAt': null,
            },
          },
        );
    });
    expect(await desk().read(day)).toMatchObject({ state: 'matched', ours: { payments: sum(1) } });
    expect(await storedOrder(system(), context!)).toMatchObject({ status: 'paid', attempts: [{ status: 'paid' }] });
  });

  it('is a difference where it went back in part at the merchant platform', async () => {
    toNextMorning(system());
    await system().settle();
    let outTradeNo = '';
    const day = await dayWith(async () => {
      const context = await paidOrder(system());
      outTradeNo = await outTradeNoOf(context);
      await system().standIns.wechatPay.refundOnPlatform(outTradeNo, { refund: 999 });
      await system().settle();
    });
    const view = await desk().read(day);
    expect(view).toMatchObject({
      state: 'differs',
      items: [{ about: 'refund', kind: 'missing-at-ours', outTradeNo, ourFen: null, theirFen: 999, ourState: 'paid' }],
    });
  });
});

it('a comparison whose process died is done by the next one', async () => {
  toNextMorning(system());
  await system().settle();
  const day = today(system());
  await paidOrder(system());
  toNextMorning(system());
  const { dispatcher } = system().container();
  await dispatcher.drain();
  // As if the process had died before it wrote the end: the job is there, under a lease that runs out.
  const job = {
    id: 'lost',
    job: 'compare-day-of-money',
    payload: { since: system().clock.now() },
    availableAt: new Date(system().clock.now().getTime() + 60_000),
    leasedBy: 'dead',
    tries: 1,
  };
  await storedDays().updateOne({ day }, { $set: { state: 'waiting', comparedAt: null }, $push: { outbox: job } });
  expect(await desk().again(day)).toMatchObject({ isUnderWay: true });
  system().clock.advance(61_000);
  await system().settle();
  expect(await desk().read(day)).toMatchObject({ state: 'matched', isUnderWay: false });
});
