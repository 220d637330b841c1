import { endpoints } from '@acceptance/shared';
import {
  atDesk,
  certificateOf,
  DAY_MS,
  EMS,
  goOn,
  HOUR_MS,
  nextNumber,
  ownDelivery,
  scan,
  send,
  sent,
  settleAs,
  staffDelivery,
  statusOf,
  tasksOf,
} from '../support/delivery-people';
import { expectError } from '../support/expect-error';
import { rawRequest } from '../support/raw-request';
import { paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const courier = () => system().standIns.kuaidi100;

const kinds = async (context: Awaited<ReturnType<typeof atDesk>>) => (await tasksOf(context)).map(({ kind }) => kind);
const noticesOf = (number: string) =>
  courier()
    .notices()
    .filter((notice) => notice.number === number);
const ago = (ms: number) => new Date(system().clock.now().getTime() - ms);

describe('what a courier says', () => {
  it('is shown step by step, the newest first', async () => {
    const { context, number } = await sent(system());
    await scan(system(), number, 'picked', { text: '【示例市】已揽收', at: ago(3 * HOUR_MS) });
    await scan(system(), number, 'onTheWay', { text: '【示例市】离开转运中心', at: ago(2 * HOUR_MS) });
    await scan(system(), number, 'arriving', { text: '【演示区】正在派送', at: ago(HOUR_MS) });
    expect((await ownDelivery(context)).parcels[0]).toMatchObject({ state: 'arriving', receivedAt: null });
    await scan(system(), number, 'received', { text: '【演示区】已签收' });
    const [parcel] = (await ownDelivery(context)).parcels;
    expect(parcel?.steps.map(({ text }) => text)).toEqual([
      '【演示区】已签收',
      '【演示区】正在派送',
      '【示例市】离开转运中心',
      '【示例市】已揽收',
    ]);
    expect(parcel?.state).toBe('received');
    expect(parcel?.receivedAt).not.toBeNull();
    expect(await staffDelivery(context)).toMatchObject({ stage: 'done', parcelState: 'received' });
    // The applicant still says so, or time does.
    expect(await statusOf(context)).toBe('delivered');
  });

  it('late, again and out of order changes nothing that is known already', async () => {
    const { context, number } = await sent(system());
    await scan(system(), number, 'picked', { at: ago(3 * HOUR_MS) });
    await scan(system(), number, 'arriving', { at: ago(HOUR_MS) });
    await scan(system(), number, 'received');
    const before = await staffDelivery(context);
    for (const { id } of noticesOf(number).toReversed()) {
      await courier().repeatNotice(id);
      await system().settle();
    }
    expect(await staffDelivery(context)).toEqual(before);
    // The courier's own record goes on after it: no state of before comes back.
    system().clock.advance(60_000);
    await scan(system(), number, 'onTheWay', { text: '【演示区】录入' });
    expect(await staffDelivery(context)).toMatchObject({ stage: 'done', parcelState: 'received' });
  });

  it('several times at once is written once', async () => {
    const { context, number } = await sent(system());
    await scan(system(), number, 'picked', { at: ago(HOUR_MS) });
    await scan(system(), number, 'arriving');
    const ids = noticesOf(number).map(({ id }) => id);
    await Promise.all([...ids, ...ids].map((id) => courier().repeatNotice(id)));
    await system().settle();
    const [parcel] = (await ownDelivery(context)).parcels;
    expect(parcel).toMatchObject({ state: 'arriving' });
    expect(parcel?.steps).toHaveLength(2);
  });

  it('is refused when somebody else says it, or says it of another parcel', async () => {
    const { context, number } = await sent(system());
    system().standIns.faults.set({ standIn: 'kuaidi100', fault: 'bad-signature' });
    await scan(system(), number, 'received');
    system().standIns.faults.reset();
    expect((await staffDelivery(context)).parcelState).toBe('sent');
    const reference = 'f'.repeat(32);
    const init = { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'sign=x&param=%7B%7D' };
    const forged = await rawRequest(system(), 'POST', `/callbacks/kuaidi100/${reference}`, init);
    expect([forged.status, forged.code]).toEqual([401, 'callbacks.signature_invalid']);
    expect(system().logText()).not.toContain(context.person.phone);
  });

  it('is asked for once a day when nothing comes', async () => {
    const { context, number } = await sent(system());
    system().standIns.faults.set({ standIn: 'kuaidi100', fault: 'no-notification' });
    await scan(system(), number, 'onTheWay');
    expect((await staffDelivery(context)).parcelState).toBe('sent');
    await goOn(system(), context, 1.1);
    expect((await staffDelivery(context)).parcelState).toBe('on-the-way');
  });
});

describe('a lost parcel', () => {
  it('puts its certificate on hold at once, is a task, and gives it back when it is found', async () => {
    const { context, number } = await sent(system());
    await scan(system(), number, 'onTheWay');
    const body = { outcome: 'lost', note: '快递公司确认丢失' } as const;
    const params = paramsOf(context);
    const view = await context.staff.call(endpoints.deliveryDesk.settleParcel, { params, body });
    // Before any job has run.
    expect((await certificateOf(context)).state).toBe('suspended');
    expect(view).toMatchObject({ stage: 'troubled', parcelState: 'lost', outcomes: ['found'], canSend: false });
    expect(view.parcels[0]?.note).toBe('快递公司确认丢失');
    await system().settle();
    expect(await kinds(context)).toEqual(['parcel-lost']);
    // Once more changes nothing, and a courier does not find it.
    await settleAs(context, 'lost');
    await scan(system(), number, 'arriving');
    expect((await staffDelivery(context)).parcelState).toBe('lost');
    await expectError(() => send(context, nextNumber()), 'deliveries.already_sent');

    await settleAs(context, 'found');
    expect((await certificateOf(context)).state).toBe('issued');
    expect(await kinds(context)).toEqual([]);
    expect(await staffDelivery(context)).toMatchObject({ stage: 'under-way', parcelState: 'on-the-way' });
    await expectError(() => settleAs(context, 'found'), 'deliveries.outcome_not_allowed');
  });

  it('that is found does not release a certificate that was suspended for another reason', async () => {
    const { context } = await sent(system());
    const params = { certificateId: context.certificate!.id };
    const note = { note: '持有人来电' };
    await context.staff.call(endpoints.certificateDesk.suspendCertificate, { params, body: note });
    await settleAs(context, 'lost');
    await settleAs(context, 'found');
    expect((await certificateOf(context)).state).toBe('suspended');
  });
});

describe('a parcel that comes back', () => {
  it.each(['refused', 'returned'] as const)('%s is a task, and is sent again under a new number', async (state) => {
    const { context, number } = await sent(system());
    await scan(system(), number, state);
    expect(await kinds(context)).toEqual(['parcel-came-back']);
    expect(await staffDelivery(context)).toMatchObject({ stage: 'troubled', canSend: true });
    await expectError(() => send(context, nextNumber()).then(() => send(context, number)), 'deliveries.already_sent');
    await system().settle();
    expect(await kinds(context)).toEqual([]);
    const own = await ownDelivery(context);
    expect(own.parcels.map((parcel) => parcel.state)).toEqual(['sent', state]);
    expect(await statusOf(context)).toBe('delivered');
    // What is said of the first one moves the second no more.
    system().clock.advance(60_000);
    await courier().scan(EMS, number, { state: '6', text: '【示例市】退回件已签收' });
    await system().settle();
    expect(await staffDelivery(context)).toMatchObject({ stage: 'under-way', parcelState: 'sent' });
  });

  it('is what staff say it is, whatever the courier says after that', async () => {
    const { context, number } = await sent(system());
    await settleAs(context, 'returned');
    expect(await kinds(context)).toEqual(['parcel-came-back']);
    await scan(system(), number, 'received');
    expect((await staffDelivery(context)).parcelState).toBe('returned');
    await expectError(() => settleAs(context, 'refused'), 'deliveries.outcome_not_allowed');
  });

  it('is sent five times at most', async () => {
    const context = await atDesk(system());
    for (let count = 0; count < 5; count += 1) {
      await send(context, nextNumber());
      await settleAs(context, 'returned');
    }
    await expectError(() => send(context, nextNumber()), 'deliveries.too_many_parcels');
    expect((await staffDelivery(context)).canSend).toBe(false);
  });

  it('is nothing before it was sent', async () => {
    const context = await atDesk(system());
    await expectError(() => settleAs(context, 'lost'), 'deliveries.no_parcel');
  });
});

describe('time', () => {
  it('makes a task of a parcel that is held up for 3 days, once, and of none that goes on', async () => {
    const { context, number } = await sent(system());
    await scan(system(), number, 'troubled');
    await goOn(system(), context, 2.9);
    expect(await kinds(context)).toEqual([]);
    await goOn(system(), context, 1.1);
    expect(await kinds(context)).toEqual(['parcel-held-up']);
    await scan(system(), number, 'arriving');
    expect(await kinds(context)).toEqual([]);
    expect((await staffDelivery(context)).stage).toBe('under-way');
  });

  it('makes a task of a parcel that nothing is heard of for 5 days, which is not completed by itself then', async () => {
    const { context, number } = await sent(system());
    await goOn(system(), context, 4.5);
    expect(await kinds(context)).toEqual([]);
    await goOn(system(), context, 1);
    expect(await kinds(context)).toEqual(['parcel-silent']);
    await goOn(system(), context, 12);
    expect(await statusOf(context)).toBe('delivered');
    expect(await kinds(context)).toEqual(['parcel-silent']);
    await scan(system(), number, 'received', { at: ago(DAY_MS) });
    expect(await kinds(context)).toEqual([]);
    expect((await staffDelivery(context)).stage).toBe('done');
  });
});
