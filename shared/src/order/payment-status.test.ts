import { derivePaymentStatus, PAYMENT_ATTEMPT_STATUSES, type PaymentAttemptStatus } from './payment-status';

const derive = (attempts: PaymentAttemptStatus[], paymentRequired = true, isPayable = true, isDue = false) =>
  derivePaymentStatus({ paymentRequired, isPayable, isDue, attempts: attempts.map((status) => ({ status })) });

describe('payment status of an order', () => {
  it('is "none" until the order has been approved, and for good where no payment is required', () => {
    expect(derive([], true, false)).toBe('none');
    expect(derive([], false, true)).toBe('none');
    expect(derive([], false, false)).toBe('none');
  });

  it.each([[[]], [['preparing']], [['open']], [['closed']], [['closed', 'open']], [['closed', 'closed']]] as const)(
    'is "pending" while nothing has been paid: %j',
    (attempts) => {
      expect(derive([...attempts])).toBe('pending');
    },
  );

  it.each([
    [['paid'], 'paid'],
    [['closed', 'paid'], 'paid'],
    [['refunding'], 'refunding'],
    [['refunded'], 'refunded'],
    [['closed', 'refunded'], 'refunded'],
    [['refunded', 'refunding'], 'refunding'],
  ] as const)('of %j is %s', (attempts, expected) => {
    expect(derive([...attempts])).toBe(expected);
  });

  it('stays "paid" when the second of two payments goes back', () => {
    expect(derive(['paid', 'refunding'])).toBe('paid');
    expect(derive(['refunded', 'paid'])).toBe('paid');
  });

  it('is "pending" again after money that did not fit was given back, as long as the order waits for payment', () => {
    expect(derive(['refunded'], true, true, true)).toBe('pending');
    expect(derive(['refunded', 'refunding'], true, true, true)).toBe('refunding');
    expect(derive(['refunded', 'paid'], true, true, true)).toBe('paid');
  });

  it('never forgets money that has moved, even where the order is no longer payable', () => {
    expect(derive(['paid'], true, false)).toBe('paid');
    expect(derive(['refunded'], false, false)).toBe('refunded');
  });

  it('does not depend on the order of the attempts', () => {
    for (const first of PAYMENT_ATTEMPT_STATUSES) {
      for (const second of PAYMENT_ATTEMPT_STATUSES) {
        expect(derive([first, second])).toBe(derive([second, first]));
      }
    }
  });
});
