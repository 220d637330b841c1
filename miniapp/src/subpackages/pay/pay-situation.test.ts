import { orderTroubles, type PaymentAttemptView } from '@acceptance/shared';
import { hasLiveAttempt, type PayableFacts, paySituation } from './pay-situation';

const attempt = (status: PaymentAttemptView['status']): PaymentAttemptView => ({
  outTradeNo: 'HL20261122000001P1',
  channel: 'wechat-native',
  status,
  amountFen: 26000,
  expiresAt: '2026-11-22T09:00:00.000Z',
  problem: null,
});
const facts = (change: Partial<PayableFacts> = {}): PayableFacts => ({
  status: 'approved',
  paymentStatus: 'pending',
  payments: [],
  troubles: orderTroubles({ contractState: 'acknowledged', attempts: change.payments ?? [] }),
  project: { paymentRequired: true },
  ...change,
});

describe('whether an order can be paid', () => {
  it('offers payment after approval only', () => {
    expect(paySituation(facts())).toEqual({ kind: 'payable' });
    expect(paySituation(facts({ status: 'submitted', paymentStatus: 'none' }))).toMatchObject({
      title: '这份申请现在是“待审核”，还不需要支付',
    });
    expect(paySituation(facts({ status: 'expired', paymentStatus: 'none' }))).toMatchObject({
      title: '这份申请现在是“已过期”，不能支付',
    });
  });

  it.each(['paid', 'refunding', 'refunded'] as const)(
    'never offers payment again when the money is %s',
    (paymentStatus) => {
      expect(paySituation(facts({ paymentStatus })).kind).toBe('settled');
    },
  );

  it('offers no payment while one is being checked', () => {
    const checked = { ...attempt('open'), problem: 'unclear' as const };
    expect(paySituation(facts({ payments: [checked] })).kind).toBe('on-hold');
    expect(paySituation(facts({ payments: [{ ...checked, status: 'refunded' }] })).kind).toBe('payable');
  });

  it('says that a free project needs no payment', () => {
    const free = facts({ project: { paymentRequired: false }, paymentStatus: 'none' });
    expect(paySituation(free)).toMatchObject({
      title: '这个项目不需要支付',
      hint: expect.stringContaining('等待制证'),
    });
    expect(paySituation({ ...free, status: 'completed' })).toMatchObject({ hint: '' });
  });

  it('knows attempts whose money may be on its way', () => {
    expect(hasLiveAttempt(facts({ payments: [attempt('closed'), attempt('open')] }))).toBe(true);
    expect(hasLiveAttempt(facts({ payments: [attempt('closed')] }))).toBe(false);
  });
});
