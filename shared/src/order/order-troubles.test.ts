import { isPaymentOnHold, orderTroubles, type TroubleFacts } from './order-troubles';

const troubles = (attempts: TroubleFacts['attempts'], contractState: TroubleFacts['contractState'] = 'acknowledged') =>
  orderTroubles({ contractState, attempts });

describe('what has stopped in an order', () => {
  it('is nothing while all is well', () => {
    expect(
      troubles([
        { status: 'open', problem: null },
        { status: 'paid', problem: null },
      ]),
    ).toEqual([]);
  });

  it('is a contract that could not be made', () => {
    expect(troubles([], 'failed')).toEqual(['contract-failed']);
  });

  it('is named once, however many attempts have it', () => {
    const attempts = [
      { problem: 'unclear', status: 'open' },
      { problem: 'unclear', status: 'open' },
      { problem: 'money-differs', status: 'closed' },
    ] as const;
    expect(troubles(attempts)).toEqual(['money-differs', 'unclear']);
  });

  it('is over when the money went back', () => {
    expect(troubles([{ problem: 'money-differs', status: 'refunded' }])).toEqual([]);
  });
});

describe('paying', () => {
  it.each(['money-differs', 'unclear'] as const)('waits while an attempt is %s', (trouble) => {
    expect(isPaymentOnHold([trouble])).toBe(true);
  });

  it('does not wait for a late refund or a contract', () => {
    expect(isPaymentOnHold(['refund-delayed', 'contract-failed'])).toBe(false);
    expect(isPaymentOnHold([])).toBe(false);
  });
});
