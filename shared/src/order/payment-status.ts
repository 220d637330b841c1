import type { TransferState } from '../schemas/bank-transfer';
import type { PaymentStatus } from './order-status';

/** States of one payment attempt (one `out_trade_no`). */
export const PAYMENT_ATTEMPT_STATUSES = ['preparing', 'open', 'paid', 'closed', 'refunding', 'refunded'] as const;
export type PaymentAttemptStatus = (typeof PAYMENT_ATTEMPT_STATUSES)[number];

/**
 * What the applicant is told of an attempt that needs a person. `money-differs`: money came that does not fit, it is being
 * checked. `refund-delayed`: a refund has not gone through yet, finance is on it. `unclear`: the gateway gives no word.
 */
export const ATTEMPT_PROBLEMS = ['money-differs', 'refund-delayed', 'unclear'] as const;
export type AttemptProblem = (typeof ATTEMPT_PROBLEMS)[number];

/** Channels of WeChat Pay; a bank transfer is no attempt at the gateway (`schemas/bank-transfer.ts`). */
export const PAYMENT_CHANNELS = ['wechat-jsapi', 'wechat-native'] as const;
export type PaymentChannel = (typeof PAYMENT_CHANNELS)[number];

export interface PaymentFacts {
  readonly paymentRequired: boolean;
  readonly isPayable: boolean;
  /** Approved and not paid: what an earlier attempt brought and was given back does not count any more. */
  readonly isDue: boolean;
  readonly attempts: readonly { readonly status: PaymentAttemptStatus }[];
  /** How its bank transfer stands; absent where none was chosen. */
  readonly transfer?: TransferState | undefined;
}

/** What the applicant and the staff read as payment status. `isPayable`: the order has been approved. */
export function derivePaymentStatus(facts: PaymentFacts): PaymentStatus {
  const { paymentRequired, isPayable, isDue, attempts, transfer } = facts;
  const has = (status: PaymentAttemptStatus) => attempts.some((attempt) => attempt.status === status);
  if (has('paid') || transfer === 'paid') {
    return 'paid';
  }
  if (has('refunding') || transfer === 'returning') {
    return 'refunding';
  }
  if ((has('refunded') || transfer === 'returned') && !isDue) {
    return 'refunded';
  }
  if (!paymentRequired || !isPayable) {
    return 'none';
  }
  // A slip says that somebody has paid; whether they have, the account tells.
  return isDue && transfer === 'handed-in' ? 'verifying' : 'pending';
}
