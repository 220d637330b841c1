import type { PaymentAttemptView } from '@acceptance/shared';
import { isPaymentOnHold, orderTroubles } from './order-troubles';

const attempt = (part: Partial<PaymentAttemptView>): PaymentAttemptView => ({
  outTradeNo: 'CGY202611260001P1',
  channel: 'wechat-native',
  status: 'open',
  amountFen: 26_000,
  expiresAt: '2026-11-26T09:00:00.000Z',
  problem: null,
  ...part,
});
const order = (
  payments: readonly Partial<PaymentAttemptView>[],
  state: 'failed' | 'acknowledged' = 'acknowledged',
) => ({
  contract: { state, contractNumber: null, version: null, sha256: null, sealedAt: null },
  payments: payments.map(attempt),
});

describe('what has stopped in an order', () => {
  it('is nothing while all is well', () => {
    expect(orderTroubles(order([{}, { status: 'paid' }]))).toEqual([]);
  });

  it('is a contract that could not be made', () => {
    expect(orderTroubles(order([], 'failed'))).toEqual(['contract-failed']);
  });

  it('is named once, however many attempts have it', () => {
    const two = [
      { problem: 'unclear' },
      { problem: 'unclear' },
      { problem: 'money-differs', status: 'closed' },
    ] as const;
    expect(orderTroubles(order(two))).toEqual(['money-differs', 'unclear']);
  });

  it('is over when the money went back', () => {
    const returned = order([{ problem: 'money-differs', status: 'refunded' }]);
    expect(orderTroubles(returned)).toEqual([]);
    expect(isPaymentOnHold(returned)).toBe(false);
  });
});

describe('paying', () => {
  it.each(['money-differs', 'unclear'] as const)('waits while an attempt is %s', (problem) => {
    expect(isPaymentOnHold(order([{ problem }]))).toBe(true);
  });

  it('does not wait for a late refund', () => {
    expect(isPaymentOnHold(order([{ problem: 'refund-delayed', status: 'refunding' }]))).toBe(false);
  });
});
