import { PAYMENT_ATTEMPT_STATUSES } from '@acceptance/shared';
import { REFUND_STATUSES, TRADE_STATES } from '../../ports/payment-gateway';
import { REFUND_OUTCOMES } from './refund-outcome';
import { outcomeOfTrade } from './trade-outcome';

const UNPAID = ['preparing', 'open', 'closed'] as const;
const CELLS = PAYMENT_ATTEMPT_STATUSES.flatMap((status) => TRADE_STATES.map((state) => [status, state] as const));

describe('what follows from a trade', () => {
  it.each(CELLS)('is decided for %s × %s', (status, state) => {
    expect(outcomeOfTrade(status, state)).toMatch(/^(wait|money|end|returned|known|odd)$/);
  });

  it('is money only for SUCCESS, and only where none was taken', () => {
    const money = CELLS.filter(([status, state]) => outcomeOfTrade(status, state) === 'money');
    expect(money).toEqual(UNPAID.map((status) => [status, 'SUCCESS']));
  });

  it('ends an attempt only for what nobody can pay any more', () => {
    const ends = CELLS.filter(([status, state]) => outcomeOfTrade(status, state) === 'end');
    expect(new Set(ends.map(([, state]) => state))).toEqual(new Set(['CLOSED', 'REVOKED']));
    expect(new Set(ends.map(([status]) => status))).toEqual(new Set(UNPAID));
  });

  it('is nothing for a word that the documents do not know', () => {
    for (const status of PAYMENT_ATTEMPT_STATUSES) {
      expect(outcomeOfTrade(status, 'UNKNOWN')).toBe('wait');
    }
  });

  it('never lets a taken payment be unpaid by itself', () => {
    for (const state of TRADE_STATES) {
      expect(['known', 'odd', 'returned', 'wait']).toContain(outcomeOfTrade('paid', state));
    }
  });
});

describe('what follows from a refund', () => {
  it('is done only for SUCCESS, and an end without one is for a person', () => {
    const outcomes = REFUND_STATUSES.map((status) => [status, REFUND_OUTCOMES[status]]);
    expect(outcomes).toEqual([
      ['SUCCESS', 'done'],
      ['CLOSED', 'person'],
      ['PROCESSING', 'wait'],
      ['ABNORMAL', 'person'],
      ['UNKNOWN', 'wait'],
    ]);
  });
});
