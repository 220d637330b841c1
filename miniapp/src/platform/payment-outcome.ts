/** What the payment sheet said. Only the server knows whether money came: ask it after `closed`. */
export type PaymentOutcome = 'closed' | 'cancelled' | 'unavailable';
