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

/** Ways to pay; bank transfer joins in its own issue and then produces `verifying`. */
export const PAYMENT_CHANNELS = ['wechat-jsapi', 'wechat-native'] as const;
export type PaymentChannel = (typeof PAYMENT_CHANNELS)[number];

export interface PaymentFacts {
  readonly paymentRequired: boolean;
  readonly isPayable: boolean;
  /** Approved and not paid: what an earlier attempt brought and was given back does not count any more. */
  readonly isDue: boolean;
  readonly attempts: readonly { readonly status: PaymentAttemptStatus }[];
}

/** What the applicant and the staff read as payment status. `isPayable`: the order has been approved. */
export function derivePaymentStatus({ paymentRequired, isPayable, isDue, attempts }: PaymentFacts): PaymentStatus {
  const has = (status: PaymentAttemptStatus) => attempts.some((attempt) => attempt.status === status);
  if (has('paid')) {
    return 'paid';
  }
  if (has('refunding')) {
    return 'refunding';
  }
  if (has('refunded') && !isDue) {
    return 'refunded';
  }
  return paymentRequired && isPayable ? 'pending' : 'none';
}
