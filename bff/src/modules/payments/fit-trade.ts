import type { Trade } from '../../ports/payment-gateway';
import type { PaymentAttempt } from '../orders';

/** Clocks differ, and WeChat Pay stamps with its own. */
const SKEW_MS = 10 * 60_000;

/** Why money does not belong to an attempt; null when it does. A code for the task, never shown as it is. */
export type Misfit =
  | 'appid-differs'
  | 'merchant-differs'
  | 'amount-differs'
  | 'currency-differs'
  | 'attach-differs'
  | 'payer-differs'
  | 'older-than-attempt';

/**
 * Compares a paid trade with the attempt that it claims to pay. A part paid by a coupon is paid: `total` counts, not
 * `payer_total`.
 */
export function misfitOf(
  trade: Trade,
  { request, amountFen, createdAt }: Pick<PaymentAttempt, 'request' | 'amountFen' | 'createdAt'>,
): Misfit | null {
  const { openid } = request;
  const checks: readonly (readonly [boolean, Misfit])[] = [
    [trade.appid === request.appid, 'appid-differs'],
    [trade.mchid === request.mchid, 'merchant-differs'],
    [trade.amountFen === amountFen, 'amount-differs'],
    [trade.currency === 'CNY', 'currency-differs'],
    // Attempts from before there was a mark have an empty one.
    [request.attach === '' || trade.attach === request.attach, 'attach-differs'],
    [openid === null || trade.payerOpenid === null || trade.payerOpenid === openid, 'payer-differs'],
    [trade.successTime === null || trade.successTime.getTime() >= createdAt.getTime() - SKEW_MS, 'older-than-attempt'],
  ];
  return checks.find(([fits]) => !fits)?.[1] ?? null;
}
