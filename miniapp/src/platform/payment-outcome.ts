/**
 * What the payment sheet said. Only the server knows whether money came: ask it whatever this says. `failed`: WeChat could
 * not do it, in its own words.
 */
export type PaymentOutcome =
  | { readonly kind: 'closed' | 'cancelled' | 'unavailable' }
  | { readonly kind: 'failed'; readonly reason: string };
