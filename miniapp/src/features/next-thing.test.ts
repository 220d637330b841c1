import {
  APPLICATION_STEPS,
  availableEvents,
  DELIVERY_WAYS,
  groupOf,
  ORDER_STATUSES,
  type OrderStatus,
  type OrderSummary,
} from '@acceptance/shared';
import { nextThing } from './next-thing';
import { orderActions } from './order-actions';

const order = (status: OrderStatus, part: Partial<OrderSummary> = {}): OrderSummary => ({
  id: '0123456789abcdef01234567',
  orderNumber: 'DW-20261122-0001',
  kind: 'new',
  projectName: '单位数字证书',
  unitName: null,
  agentNameMasked: null,
  createdAt: '2026-11-22T01:00:00.000Z',
  submittedAt: null,
  amountFen: 26_000,
  deliveryWay: null,
  status,
  paymentStatus: status === 'approved' ? 'pending' : 'none',
  troubles: [],
  endsAt: null,
  currentStep: 'papers',
  availableEvents: availableEvents({ status, paymentRequired: true }, 'applicant'),
  revision: 1,
  ...part,
});

describe('whose turn it is', () => {
  it('is the applicant’s exactly where the list says so', () => {
    for (const status of ORDER_STATUSES) {
      for (const deliveryWay of DELIVERY_WAYS) {
        const [first] = orderActions(order(status, { deliveryWay }));
        const isTheirs = !['view', 'again'].includes(first ?? '') && !(first === 'track' && status === 'issued');
        const isPickUp = deliveryWay === 'pick-up' && status === 'delivered';
        // What was handed over at the counter is completed by that.
        expect([status, deliveryWay, isTheirs || isPickUp]).toEqual([
          status,
          deliveryWay,
          groupOf(status, deliveryWay) === 'my-turn',
        ]);
      }
    }
  });
});

describe('the actions of an order', () => {
  it('let a software certificate be fetched as long as the order is not finished', () => {
    const actions = (status: OrderStatus) =>
      orderActions(order(status, { deliveryWay: 'download', paymentStatus: 'paid' }));
    expect(actions('issuing')).toEqual(['receive', 'view']);
    expect(actions('delivered')).toEqual(['receive', 'view']);
    expect(actions('completed')).toEqual(['view']);
    expect(orderActions(order('issuing', { deliveryWay: 'courier' }))).toEqual(['view']);
    expect(nextThing([order('issuing', { deliveryWay: 'download' })])?.title).toBe('可以领取证书了');
  });

  it('lead to where a UKey is, from its issue until it is received', () => {
    const actions = (status: OrderStatus, deliveryWay: 'courier' | 'pick-up') =>
      orderActions(order(status, { deliveryWay, paymentStatus: 'paid' }));
    expect(actions('issuing', 'courier')).toEqual(['view']);
    expect(actions('issued', 'courier')).toEqual(['track', 'view']);
    expect(actions('delivered', 'courier')).toEqual(['track', 'view']);
    expect(actions('completed', 'courier')).toEqual(['view']);
    expect(actions('issued', 'pick-up')).toEqual(['collect', 'view']);
    expect(actions('completed', 'pick-up')).toEqual(['view']);
  });

  it('follow the order machine', () => {
    const table = Object.fromEntries(ORDER_STATUSES.map((status) => [status, orderActions(order(status))]));
    expect(table).toMatchObject({
      draft: ['continue', 'delete'],
      submitted: ['view'],
      returned: ['mend'],
      approved: ['pay', 'view'],
      paid: ['view'],
      completed: ['view'],
      rejected: ['again', 'view'],
      cancelled: ['again', 'view'],
      expired: ['again', 'view'],
      refunded: ['again', 'view'],
    });
  });

  it('begin anew what has ended, but for what began with a certificate: that begins there', () => {
    expect(orderActions(order('cancelled', { kind: 'renewal' }))).toEqual(['view']);
    expect(orderActions(order('completed'))).toEqual(['view']);
  });

  it('offer nothing that has to wait for staff', () => {
    expect(orderActions(order('draft', { troubles: ['contract-failed'] }))).toEqual(['view', 'delete']);
    expect(orderActions(order('returned', { troubles: ['contract-failed'] }))).toEqual(['view']);
    expect(orderActions(order('approved', { troubles: ['money-differs'] }))).toEqual(['view']);
    expect(orderActions(order('approved', { troubles: ['unclear'] }))).toEqual(['view']);
    expect(orderActions(order('approved', { troubles: ['refund-delayed'] }))).toEqual(['pay', 'view']);
  });

  it('ask for no money where there is none to pay', () => {
    expect(orderActions(order('approved', { paymentStatus: 'none' }))).toEqual(['view']);
  });
});

describe('the next thing to do', () => {
  it('is nothing without open orders', () => {
    expect(nextThing([])).toBeNull();
    expect(nextThing([order('completed'), order('cancelled'), order('refunded')])).toBeNull();
  });

  it('continues a draft and says what is missing', () => {
    expect(nextThing([order('draft')])).toMatchObject({
      title: '继续申请',
      hint: '还差身份证照片，约 1 分钟',
      action: 'continue',
    });
  });

  it('names of every step only what it asks for, never what is there already', () => {
    const hintOf = (currentStep: OrderSummary['currentStep']) => nextThing([order('draft', { currentStep })])?.hint;
    expect(hintOf('signature')).toBe('还差签署合同，约 1 分钟');
    expect(hintOf('contract')).not.toContain('照片');
    expect(new Set(APPLICATION_STEPS.map(hintOf)).size).toBe(APPLICATION_STEPS.length);
  });

  it('prefers the newest order that waits for the applicant over a newer one that waits for others', () => {
    const waiting = order('submitted', { id: 'newest' });
    const mine = order('returned', { id: 'mine' });
    const older = order('draft', { id: 'older' });
    expect(nextThing([waiting, mine, older])).toMatchObject({ order: { id: 'mine' }, action: 'mend' });
  });

  it('asks nothing of somebody whose order waits for staff', () => {
    expect(nextThing([order('draft', { troubles: ['contract-failed'] })])).toMatchObject({
      title: '等工作人员处理合同',
      action: null,
    });
    expect(nextThing([order('approved', { troubles: ['money-differs'] })])).toMatchObject({
      title: '付款正在核对',
      action: null,
    });
    const other = order('returned', { id: 'other' });
    expect(nextThing([order('draft', { troubles: ['contract-failed'] }), other])).toMatchObject({
      order: { id: 'other' },
      action: 'mend',
    });
  });

  it('tells what is waited for when it is nobody’s turn here', () => {
    expect(nextThing([order('completed'), order('paid')])).toMatchObject({ title: '已支付，等待制证', action: null });
    expect(nextThing([order('approved', { paymentStatus: 'none' })])).toMatchObject({
      title: '审核已通过',
      action: null,
    });
  });

  it('is the parcel that was sent, not the one that still lies with us', () => {
    const issued = order('issued', { deliveryWay: 'courier', paymentStatus: 'paid' });
    const delivered = { ...issued, id: 'fedcba987654321001234567', status: 'delivered' as const };
    expect(nextThing([issued, delivered])).toMatchObject({ order: delivered, action: 'track' });
    expect(nextThing([issued])).toMatchObject({ action: 'track', hint: '工作人员会尽快寄出，寄出后可以看物流' });
    expect(nextThing([issued, order('draft')])?.action).toBe('continue');
  });

  it('asks whoever comes for a UKey to bring the code', () => {
    const ready = order('issued', { deliveryWay: 'pick-up', paymentStatus: 'paid' });
    expect(nextThing([ready])).toMatchObject({ action: 'collect', title: 'UKey 已制好，可以来领取了' });
  });
});
