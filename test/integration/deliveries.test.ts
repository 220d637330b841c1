import { endpoints } from '@acceptance/shared';
import { actsOn } from '../../bff/src/modules/audit';
import { orderOf } from '../../scripts/story/story-context';
import { allRecords, auditEntries } from '../support/audit-records';
import {
  atDesk,
  certificateOf,
  checkToken,
  goOn,
  nextNumber,
  ownDelivery,
  scan,
  send,
  sent,
  settleAs,
  staffDelivery,
  statusOf,
} from '../support/delivery-people';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { paidOrder } from '../support/order-copies';
import { paramsOf, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

const confirm = (context: Awaited<ReturnType<typeof atDesk>>) =>
  context.applicant.call(endpoints.deliveries.confirmReceived, { params: paramsOf(context) });

describe('a parcel', () => {
  it('takes the order to delivered, and the applicant sees its number', async () => {
    const context = await atDesk(system());
    expect(await ownDelivery(context)).toMatchObject({ way: 'courier', parcels: [], canConfirm: false });
    const number = nextNumber();
    const view = await send(context, ` ${number.slice(0, 4)} ${number.slice(4)}`);
    expect(view).toMatchObject({ stage: 'under-way', trackingNumber: number, parcelState: 'sent', canCorrect: true });
    await system().settle();
    expect(await statusOf(context)).toBe('delivered');
    const known = await system().container().parcelOf(orderOf(context).id);
    expect(known).toMatchObject({ courier: 'EMS', trackingNumber: number });
    const own = await ownDelivery(context);
    expect(own.parcels).toMatchObject([{ courier: 'EMS', trackingNumber: number, state: 'sent', steps: [] }]);
    expect(own).toMatchObject({ canConfirm: true, pickUp: null });
    const at = Date.parse(own.parcels[0]!.sentAt);
    expect(Date.parse(own.completesAt!) - at).toBe(15 * 86_400_000);
  });

  it('entered again with the same number changes nothing; with another it is refused', async () => {
    const { context, number } = await sent(system());
    const before = await staffDelivery(context);
    expect(await send(context, number)).toEqual(before);
    await expectError(
      () => send(context, nextNumber()),
      'deliveries.already_sent',
      () => staffDelivery(context),
    );
  });

  it('is sent once when two clerks enter it at the same time', async () => {
    const context = await atDesk(system());
    const wishes = [nextNumber(), nextNumber(), nextNumber()].map((number) => outcomeOf(send(context, number)));
    expect(countOutcomes(await Promise.all(wishes))).toEqual({ ok: 1, 'deliveries.already_sent': 2 });
    await system().settle();
    expect((await ownDelivery(context)).parcels).toHaveLength(1);
    const order = await context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
    expect(order.timeline.filter(({ event }) => event === 'deliver')).toHaveLength(1);
  });

  it('has a number that no other order has, also when both are entered at once', async () => {
    const { number } = await sent(system());
    const [one, other] = [await atDesk(system()), await atDesk(system())];
    await expectError(
      () => send(one, number),
      'deliveries.number_used',
      () => staffDelivery(one),
    );
    const shared = nextNumber();
    const outcomes = await Promise.all([one, other].map((context) => outcomeOf(send(context, shared))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 1, 'deliveries.number_used': 1 });
  });

  it.each([
    ['is not of the form that the courier has', 'SF1234567890123', 'deliveries.number_wrong'],
    ['has a sign that no number has', '12345-６７８', 'request.invalid'],
  ] as const)('whose number %s is not sent', async (_title, number, code) => {
    const context = await atDesk(system());
    await expectError(
      () => send(context, number),
      code,
      () => staffDelivery(context),
    );
  });

  it('is not sent before the certificate was read back from the UKey', async () => {
    const context = await atDesk(system(), { checked: false });
    expect(await staffDelivery(context)).toMatchObject({ hold: 'token-not-checked', canSend: false });
    await expectError(() => send(context, nextNumber()), 'deliveries.token_not_checked');
    await checkToken(context);
    expect(await staffDelivery(context)).toMatchObject({ hold: null, canSend: true });
    await send(context, nextNumber());
  });

  it('is not sent while its certificate is suspended, nor after it was revoked', async () => {
    const context = await atDesk(system());
    const params = { certificateId: context.certificate!.id };
    const { certificateDesk } = endpoints;
    await context.staff.call(certificateDesk.suspendCertificate, { params, body: { note: '持有人来电' } });
    await expectError(() => send(context, nextNumber()), 'deliveries.certificate_not_valid');
    const body = { reason: 'keyCompromise', note: '持有人来电' } as const;
    await context.staff.call(certificateDesk.revokeCertificate, { params, body });
    await expectError(() => send(context, nextNumber()), 'deliveries.certificate_not_valid');
    expect((await staffDelivery(context)).hold).toBe('certificate-not-valid');
  });

  it('that is not fetched is not sent, and nothing is before the certificate is made', async () => {
    const context = await atDesk(system(), { delivery: 'pick-up' });
    await expectError(() => send(context, nextNumber()), 'deliveries.not_by_courier');
    const early = await paidOrder(system());
    await expectError(() => send(early, nextNumber()), 'deliveries.not_ready');
    await expectError(() => ownDelivery(early), 'deliveries.not_ready');
  });
});

describe('a slip in the number', () => {
  const correct = (context: Awaited<ReturnType<typeof atDesk>>, trackingNumber: string) =>
    context.staff.call(endpoints.deliveryDesk.correctParcel, {
      params: paramsOf(context),
      body: { courier: 'EMS', trackingNumber },
    });

  it('is corrected until the parcel is scanned, and frees the wrong number', async () => {
    const { context, number: wrong } = await sent(system());
    const right = nextNumber();
    const view = await correct(context, right);
    expect(view.parcels).toMatchObject([{ trackingNumber: right, state: 'sent' }]);
    await system().settle();
    // Somebody else's parcel moves nothing here.
    await scan(system(), wrong, 'received');
    expect((await staffDelivery(context)).parcelState).toBe('sent');
    await send(await atDesk(system()), wrong);

    await scan(system(), right, 'picked');
    await expectError(
      () => correct(context, nextNumber()),
      'deliveries.parcel_moving',
      () => staffDelivery(context),
    );
    expect(await correct(context, right)).toMatchObject({ trackingNumber: right, parcelState: 'on-the-way' });
  });

  it('is recorded by the parcel’s reference: its number, by which a courier tells where it went, is in no audit record', async () => {
    const { context, number: wrong } = await sent(system());
    const right = nextNumber();
    await correct(context, right);
    const { items } = await actsOn(auditEntries(system()), `order:${orderOf(context).id}`);
    const references = items.flatMap(({ notes }) => (notes?.parcel ? [notes.parcel] : []));
    expect(new Set(references).size).toBe(2);
    const { orderNumber } = orderOf(context);
    const delivery = await system().container().deliveries.findOne({ orderNumber });
    expect(references).toContain(delivery?.parcels[0]?.reference);
    const records = JSON.stringify(await allRecords(system()));
    expect([wrong, right].filter((number) => records.includes(number))).toEqual([]);
  });

  it('cannot become the number of another order, and there is none before something is sent', async () => {
    const { number } = await sent(system());
    const { context } = await sent(system());
    await expectError(() => correct(context, number), 'deliveries.number_used');
    await expectError(async () => correct(await atDesk(system()), nextNumber()), 'deliveries.no_parcel');
  });
});

describe('the receipt', () => {
  it('is confirmed by the applicant, once', async () => {
    const { context, number } = await sent(system());
    await scan(system(), number, 'received');
    expect((await confirm(context)).status).toBe('completed');
    expect((await confirm(context)).status).toBe('completed');
    expect(await staffDelivery(context)).toMatchObject({ stage: 'done', completesAt: null });
    expect(await ownDelivery(context)).toMatchObject({ canConfirm: false, completesAt: null });
  });

  it('is not confirmed of what was not sent, nor of a lost parcel', async () => {
    const context = await atDesk(system());
    await expectError(() => confirm(context), 'orders.transition_not_allowed');
    await sent(system(), context);
    await settleAs(context, 'lost');
    expect((await ownDelivery(context)).canConfirm).toBe(false);
    await expectError(() => confirm(context), 'deliveries.parcel_lost');
    expect(await statusOf(context)).toBe('delivered');
  });

  it('is assumed 7 days after the courier has handed it over', async () => {
    const { context, number } = await sent(system());
    system().clock.advance(2 * 86_400_000);
    await scan(system(), number, 'received');
    await goOn(system(), context, 6.9);
    expect(await statusOf(context)).toBe('delivered');
    await goOn(system(), context, 0.2);
    expect(await statusOf(context)).toBe('completed');
    expect((await staffDelivery(context)).stage).toBe('done');
  });

  it('is assumed 15 days after it was sent, when nothing is known to be wrong', async () => {
    const { context, number } = await sent(system());
    for (let day = 0; day < 16; day += 4) {
      expect(await statusOf(context)).toBe('delivered');
      await goOn(system(), context, 4);
      await scan(system(), number, 'onTheWay', { text: `到达第 ${day} 站` });
    }
    expect(await statusOf(context)).toBe('completed');
  });

  it.each(['troubled', 'refused', 'returned'] as const)('is not assumed of a parcel that is %s', async (state) => {
    const { context, number } = await sent(system());
    await scan(system(), number, state);
    await goOn(system(), context, 20);
    expect(await statusOf(context)).toBe('delivered');
    expect(await ownDelivery(context)).toMatchObject({ completesAt: null });
  });

  it('of a software certificate is assumed 7 days after it was delivered', async () => {
    const options = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;
    const context = await takeSteps(await paidOrder(system(), options), 'request-certificate');
    expect(await statusOf(context)).toBe('delivered');
    const own = await ownDelivery(context);
    expect(own).toMatchObject({ way: 'download', parcels: [], pickUp: null, canConfirm: true });
    expect(own.completesAt).not.toBeNull();
    await goOn(system(), context, 6.9);
    expect(await statusOf(context)).toBe('delivered');
    await goOn(system(), context, 0.2);
    expect(await statusOf(context)).toBe('completed');
    expect((await certificateOf(context)).state).toBe('issued');
  });
});

describe('what staff see', () => {
  it('is the receiver of one delivery, and nobody in the queue', async () => {
    const context = await atDesk(system());
    const { orderNumber } = orderOf(context);
    const { items } = await context.staff.call(endpoints.deliveryDesk.listDeliveries, {
      query: { search: orderNumber },
    });
    expect(items).toMatchObject([{ orderNumber, stage: 'to-send', courier: 'EMS', parcelState: null }]);
    expect(JSON.stringify(items)).not.toContain(context.person.name);
    expect(JSON.stringify(items)).not.toContain(context.person.phone);
    expect((await staffDelivery(context)).receiver).toMatchObject({
      name: context.person.name,
      phone: context.person.phone,
    });
  });
});
