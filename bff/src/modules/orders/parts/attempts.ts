import type { AttemptProblem, PaymentAttemptStatus, PaymentChannel } from '@acceptance/shared';
import type { PrepayRequest } from '../../../ports/payment-gateway';

/** One try to pay, with its own `out_trade_no` and the exact first request (WeChat Pay re-entry rule). */
export interface PaymentAttempt {
  readonly outTradeNo: string;
  readonly channel: PaymentChannel;
  readonly status: PaymentAttemptStatus;
  readonly amountFen: number;
  readonly request: PrepayRequest;
  readonly expiresAt: Date;
  /** QR code content of a Native payment. */
  readonly codeUrl: string | null;
  readonly transactionId: string | null;
  readonly paidAt: Date | null;
  readonly outRefundNo: string | null;
  /** Why money that came was not taken as payment, e.g. `amount-differs`. */
  readonly anomaly: string | null;
}

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
