import { PARCEL_STATES, type ParcelState, type ParcelView } from '@acceptance/shared';
import { deliveryHead } from './delivery-head';

const parcel = (state: ParcelState): ParcelView => ({
  courier: 'EMS',
  trackingNumber: 'EA123456789CN',
  state,
  sentAt: '2026-11-22T08:00:00.000Z',
  receivedAt: null,
  steps: [],
});
const delivery = (...parcels: ParcelView[]) => ({
  orderId: '0123456789abcdef01234567',
  way: 'courier' as const,
  parcels,
  pickUp: null,
  completesAt: null,
  canConfirm: false,
});

describe('the heading of the page about a UKey', () => {
  it('asks for nothing while it is made', () => {
    expect(deliveryHead({ status: 'issuing', deliveryWay: 'courier' }, null).hint).toContain('您现在不用做什么');
  });

  it.each(PARCEL_STATES)('says what to do with a parcel that is %s', (state) => {
    const head = deliveryHead({ status: 'delivered', deliveryWay: 'courier' }, delivery(parcel(state)));
    expect(head.title.length).toBeGreaterThan(3);
    expect(head.hint.length).toBeGreaterThan(8);
  });

  it('speaks of the newest parcel, and of none before it is sent', () => {
    const courier = { status: 'delivered', deliveryWay: 'courier' } as const;
    expect(deliveryHead(courier, delivery(parcel('arriving'), parcel('lost'))).title).toBe('正在派送');
    expect(deliveryHead({ ...courier, status: 'issued' }, delivery()).title).toBe('UKey 已制好，等待寄出');
  });

  it('is content once the order is finished, whatever the courier says', () => {
    expect(deliveryHead({ status: 'completed', deliveryWay: 'courier' }, delivery(parcel('troubled'))).title).toBe(
      'UKey 已交到您手里',
    );
  });
});
