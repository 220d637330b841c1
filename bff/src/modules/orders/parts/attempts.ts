import type { AttemptProblem, PaymentAttemptStatus, PaymentChannel } from '@acceptance/shared';
import type { PrepayRequest, TradeState } from '../../../ports/payment-gateway';

/** One try to pay, with its own `out_trade_no` and the exact first request (WeChat Pay re-entry rule). */
export interface PaymentAttempt {
  readonly outTradeNo: string;
  readonly channel: PaymentChannel;
  /** `preparing`: nobody has been shown a way to pay yet. `open`: somebody has. `closed`: no longer offered. */
  readonly status: PaymentAttemptStatus;
  readonly amountFen: number;
  readonly request: PrepayRequest;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Whether a sheet or code was ever handed out: without, nobody can pay it. */
  readonly handedOut: boolean;
  /** The last state that the gateway signed; the attempt is looked after until it is a final one. */
  readonly signedState: TradeState | null;
  /** QR code content of a Native payment. */
  readonly codeUrl: string | null;
  /** `prepay_id` of a JSAPI payment. */
  readonly prepayId: string | null;
  readonly transactionId: string | null;
  readonly paidAt: Date | null;
  /** What came, where it is not what was asked for; absent in attempts of before this was noted. */
  readonly receivedFen?: number | null;
  readonly outRefundNo: string | null;
  /** When the gateway took that refund on, as it signed; absent: not yet, or before this was noted. */
  readonly refundAcceptedAt?: Date;
  /** Why money that came was not taken as payment, or did not go back, e.g. `amount-differs`. */
  readonly anomaly: string | null;
  /** The anomaly that a person has looked into and let stand: the same word of the gateway does not raise it again. */
  readonly checkedAnomaly?: string | null;
}

/** What came with an attempt, and so what goes back. */
export const receivedOf = ({ receivedFen, amountFen }: Pick<PaymentAttempt, 'receivedFen' | 'amountFen'>): number =>
  receivedFen ?? amountFen;

/** The payment by WeChat Pay that an order has and keeps; null where nothing was due, or a person booked it otherwise. */
export const paidByWechat = ({ attempts }: { readonly attempts: readonly PaymentAttempt[] }) =>
  attempts.find(
    (attempt): attempt is PaymentAttempt & { readonly transactionId: string } =>
      attempt.status === 'paid' && attempt.transactionId !== null && attempt.channel.startsWith('wechat-'),
  ) ?? null;

/** States after which the gateway will say nothing else of a trade by itself. */
const FINAL_STATES: readonly (TradeState | null)[] = ['SUCCESS', 'REFUND', 'CLOSED', 'REVOKED'];

/** Whether the gateway has signed how it ended. */
export const isSettled = ({ status, signedState }: Pick<PaymentAttempt, 'status' | 'signedState'>): boolean =>
  FINAL_STATES.includes(signedState) || status === 'paid' || status === 'refunding' || status === 'refunded';

/** What the applicant is told of an attempt that needs a person. */
export function problemOf({ status, anomaly }: Pick<PaymentAttempt, 'status' | 'anomaly'>): AttemptProblem | null {
  if (!anomaly) {
    return null;
  }
  if (status === 'refunding') {
    return 'refund-delayed';
  }
  return anomaly === 'unclear' ? 'unclear' : 'money-differs';
}
