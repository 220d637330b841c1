import type { JsapiSheet } from '@acceptance/shared';

/** The exact first request of a payment attempt; it must be repeated unchanged (WeChat Pay re-entry rule). */
export interface PrepayRequest {
  readonly outTradeNo: string;
  readonly description: string;
  readonly amountFen: number;
  /** RFC 3339 with +08:00. */
  readonly timeExpire: string;
  /** Payer, JSAPI only. */
  readonly openid: string | null;
}

/** `trade_state` of WeChat Pay API v3. */
export type TradeState = 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'PAYERROR' | 'REVOKED' | 'USERPAYING';

export interface Trade {
  readonly appid: string;
  readonly mchid: string;
  readonly outTradeNo: string;
  readonly transactionId: string | null;
  readonly tradeState: TradeState;
  /** Null when the reply names none (not paid yet). */
  readonly amountFen: number | null;
  readonly successTime: Date | null;
}

export interface RawNotification {
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body exactly as received. */
  readonly body: string;
}

export interface PaymentNotification {
  /** The notification's own id, unique per event, repeated on retries. */
  readonly id: string;
  readonly eventType: string;
  readonly trade: Trade;
}

export class NotificationError extends Error {
  override readonly name = 'NotificationError';
  constructor(readonly reason: 'signature-invalid' | 'content-invalid') {
    super(`payment notification refused: ${reason}`);
  }
}

export interface RefundRequest {
  readonly outTradeNo: string;
  /** The same on every retry. */
  readonly outRefundNo: string;
  readonly refundFen: number;
  readonly totalFen: number;
  readonly reason: string;
}

/** Accepted is not refunded: only SUCCESS is. */
export type RefundStatus = 'SUCCESS' | 'CLOSED' | 'PROCESSING' | 'ABNORMAL';

export interface PaymentGateway {
  readonly appid: string;
  readonly mchid: string;
  prepayJsapi(request: PrepayRequest): Promise<JsapiSheet>;
  /** Answers `code_url`. */
  prepayNative(request: PrepayRequest): Promise<string>;
  /** Null when the gateway, verified by its signature or not, knows no such number: never a reason to drop a payment. */
  queryByOutTradeNo(outTradeNo: string): Promise<Trade | null>;
  /** Repeatable. `already-paid` when the money has come. */
  close(outTradeNo: string): Promise<'closed' | 'already-paid'>;
  refund(request: RefundRequest): Promise<RefundStatus>;
  queryRefund(outRefundNo: string): Promise<RefundStatus | null>;
  /** Verifies skew (5 min), serial and signature on the raw body, then decrypts. @throws NotificationError */
  readNotification(notification: RawNotification, now: Date): PaymentNotification;
}
