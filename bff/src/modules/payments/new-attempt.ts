import type { PaymentAttemptStatus } from '@acceptance/shared';
import type { PaymentAttempt } from '../orders';

/** A payment attempt accepts money for two hours, as long as a prepay_id lives. */
export const ATTEMPT_LIFE_MS = 2 * 3_600_000;

/** Attempts that may still take money. A closed one is among those that money can reach late. */
export const UNPAID_STATUSES: readonly PaymentAttemptStatus[] = ['preparing', 'open', 'closed'];
export const LIVE_STATUSES: readonly PaymentAttemptStatus[] = ['preparing', 'open'];

export const isLive = (attempt: PaymentAttempt): boolean => LIVE_STATUSES.includes(attempt.status);

/** RFC 3339 with the +08:00 that WeChat Pay's `time_expire` asks for. */
export function rfc3339InBeijing(moment: Date): string {
  return `${new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

interface NewAttempt {
  readonly orderNumber: string;
  readonly sequence: number;
  readonly channel: PaymentAttempt['channel'];
  readonly amountFen: number;
  readonly description: string;
  readonly openid: string | null;
  readonly now: Date;
}

/** A fresh attempt with its own `out_trade_no` and the exact request that will be sent, now and on every retry. */
export function newAttempt(input: NewAttempt): PaymentAttempt {
  const expiresAt = new Date(input.now.getTime() + ATTEMPT_LIFE_MS);
  const outTradeNo = `${input.orderNumber}-${input.sequence}`;
  return {
    outTradeNo,
    channel: input.channel,
    status: 'preparing',
    amountFen: input.amountFen,
    request: {
      outTradeNo,
      description: input.description,
      amountFen: input.amountFen,
      timeExpire: rfc3339InBeijing(expiresAt),
      openid: input.openid,
    },
    expiresAt,
    codeUrl: null,
    transactionId: null,
    paidAt: null,
    outRefundNo: null,
    anomaly: null,
  };
}
