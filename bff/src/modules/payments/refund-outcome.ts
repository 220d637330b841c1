import type { RefundStatus } from '../../ports/payment-gateway';

/** `done`: the money is back. `wait`: ask again. `person`: it will not come to an end by itself. */
export type RefundOutcome = 'done' | 'wait' | 'person';

export const REFUND_OUTCOMES: Record<RefundStatus, RefundOutcome> = {
  SUCCESS: 'done',
  PROCESSING: 'wait',
  // Closed: no money moved; it must be refunded under another number, or in another way.
  CLOSED: 'person',
  // The payer's card or account is gone: finance names another one at the merchant platform.
  ABNORMAL: 'person',
  UNKNOWN: 'wait',
};
