import type { DeliveryView, OrderView, ParcelView } from '@acceptance/shared';
import { deliverySteps } from './delivery-steps';

const BEGUN = '2026-11-22T01:00:00.000Z';
const ISSUED = '2026-11-22T02:00:00.000Z';
const SENT = '2026-11-22T08:00:00.000Z';
const RECEIVED = '2026-11-24T03:00:00.000Z';

const entry = (event: string, at: string) => ({ event, at, label: event, by: '系统' });
const orderWith = (changes: Partial<OrderView>): Parameters<typeof deliverySteps>[0] => ({
  status: 'issued',
  deliveryWay: 'courier',
  timeline: [entry('submit', '2026-11-21T01:00:00.000Z'), entry('start-issuing', BEGUN), entry('issue', ISSUED)],
  ...changes,
});
const parcelWith = (changes: Partial<ParcelView>): ParcelView => ({
  courier: '顺丰速运',
  trackingNumber: 'SF1000000000001',
  state: 'sent',
  sentAt: SENT,
  receivedAt: null,
  steps: [],
  ...changes,
});
const deliveryWith = (changes: Partial<DeliveryView>): DeliveryView => ({
  orderId: '0123456789abcdef01234567',
  way: 'courier',
  parcels: [],
  pickUp: null,
  completesAt: null,
  canConfirm: false,
  ...changes,
});
const states = (lines: ReturnType<typeof deliverySteps>) => lines.map(({ step, state }) => `${step} ${state}`);

describe('how far a UKey has come', () => {
  it('is nothing at all before it is made', () => {
    expect(states(deliverySteps(orderWith({ status: 'paid', timeline: [] }), null))).toEqual([
      'making ahead',
      'issued ahead',
      'sent ahead',
      'received ahead',
    ]);
  });

  it('is issued with the time of the history until a parcel is sent', () => {
    const lines = deliverySteps(orderWith({}), deliveryWith({}));
    expect(states(lines)).toEqual(['making past', 'issued now', 'sent ahead', 'received ahead']);
    expect(lines.map(({ at }) => at)).toEqual([BEGUN, ISSUED, null, null]);
  });

  it('follows the newest parcel: one sent again is not received yet', () => {
    const again = parcelWith({});
    const before = parcelWith({ state: 'returned', sentAt: BEGUN, receivedAt: null });
    const lines = deliverySteps(orderWith({ status: 'delivered' }), deliveryWith({ parcels: [again, before] }));
    expect(states(lines)).toEqual(['making past', 'issued past', 'sent now', 'received ahead']);
    expect(lines[2]?.at).toBe(SENT);
  });

  it('is received when the courier says so', () => {
    const parcels = [parcelWith({ state: 'received', receivedAt: RECEIVED })];
    expect(deliverySteps(orderWith({ status: 'delivered' }), deliveryWith({ parcels })).at(-1)).toEqual({
      step: 'received',
      at: RECEIVED,
      state: 'now',
    });
  });

  it('has three steps when it is fetched', () => {
    const pickUp = { place: '一楼', hours: '工作日', phone: '1', voucherCode: '0123456789AB', readyAt: ISSUED };
    const collected = deliveryWith({ way: 'pick-up', pickUp: { ...pickUp, collectedAt: RECEIVED } });
    expect(states(deliverySteps(orderWith({ deliveryWay: 'pick-up' }), deliveryWith({ way: 'pick-up' })))).toEqual([
      'making past',
      'issued now',
      'collected ahead',
    ]);
    expect(deliverySteps(orderWith({ deliveryWay: 'pick-up', status: 'completed' }), collected).at(-1)?.at).toBe(
      RECEIVED,
    );
  });
});
