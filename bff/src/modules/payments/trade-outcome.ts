import type { PaymentAttemptStatus } from '@acceptance/shared';
import type { TradeState } from '../../ports/payment-gateway';

/**
 * What follows from a signed state of a trade.
 * `wait`: nothing yet. `money`: it has come, pay with it or give it back. `end`: nobody can pay this attempt any more.
 * `returned`: it came and went back at the merchant platform. `known`: nothing new. `odd`: it contradicts what was
 * signed before, a person must look.
 */
export type TradeOutcome = 'wait' | 'money' | 'end' | 'returned' | 'known' | 'odd';

/** An attempt that has not taken money. */
const UNPAID: Record<TradeState, TradeOutcome> = {
  SUCCESS: 'money',
  REFUND: 'returned',
  NOTPAY: 'wait',
  CLOSED: 'end',
  REVOKED: 'end',
  USERPAYING: 'wait',
  // The payer's bank refused; the same trade can be paid again until it expires.
  PAYERROR: 'wait',
  ACCEPT: 'wait',
  UNKNOWN: 'wait',
};

/** One whose money was taken. */
const PAID: Record<TradeState, TradeOutcome> = {
  SUCCESS: 'known',
  REFUND: 'returned',
  NOTPAY: 'odd',
  CLOSED: 'odd',
  REVOKED: 'odd',
  USERPAYING: 'odd',
  PAYERROR: 'odd',
  ACCEPT: 'odd',
  UNKNOWN: 'wait',
};

/** One whose money goes back, or has: the refund's own answers say how far it is. */
const RETURNING: Record<TradeState, TradeOutcome> = { ...PAID, REFUND: 'known' };

/** Every state of the gateway for every status of ours: a new one does not compile without its row. */
export const TRADE_OUTCOMES: Record<PaymentAttemptStatus, Record<TradeState, TradeOutcome>> = {
  preparing: UNPAID,
  open: UNPAID,
  closed: UNPAID,
  paid: PAID,
  refunding: RETURNING,
  refunded: RETURNING,
};

export const outcomeOfTrade = (status: PaymentAttemptStatus, state: TradeState): TradeOutcome =>
  TRADE_OUTCOMES[status][state];
