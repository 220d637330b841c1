import type { JsapiSheet } from '@acceptance/shared';
import type { FundFlowBill } from './fund-flow-bill';
import type { TradeBill } from './trade-bill';

/** The exact first request of a payment attempt; it must be repeated unchanged (WeChat Pay re-entry rule). */
export interface PrepayRequest {
  readonly outTradeNo: string;
  /** At most 127 bytes of UTF-8. */
  readonly description: string;
  readonly amountFen: number;
  /** RFC 3339 with +08:00. */
  readonly timeExpire: string;
  /** Payer, JSAPI only. */
  readonly openid: string | null;
  /** Comes back with the trade: a random mark that no older trade of the same number can carry. At most 128 bytes. */
  readonly attach: string;
  readonly appid: string;
  readonly mchid: string;
  readonly notifyUrl: string;
}

/** `trade_state` of WeChat Pay API v3; `UNKNOWN` stands for one that the documents do not name. */
export const TRADE_STATES = [
  'SUCCESS',
  'REFUND',
  'NOTPAY',
  'CLOSED',
  'REVOKED',
  'USERPAYING',
  'PAYERROR',
  'ACCEPT',
  'UNKNOWN',
] as const;
export type TradeState = (typeof TRADE_STATES)[number];

/** What the gateway has signed about a trade. */
export interface Trade {
  readonly appid: string;
  readonly mchid: string;
  readonly outTradeNo: string;
  readonly transactionId: string | null;
  readonly tradeState: TradeState;
  /** `amount.total`, of which a coupon may have paid a part. Null when the answer names none (not paid yet). */
  readonly amountFen: number | null;
  /** ISO 4217; null when the answer names none. */
  readonly currency: string | null;
  readonly attach: string | null;
  readonly payerOpenid: string | null;
  readonly successTime: Date | null;
}

export interface RawNotification {
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body exactly as received. */
  readonly body: string;
}

/** A refund as a notice tells it; also one that was made at the merchant platform. */
export interface RefundNotice {
  readonly mchid: string;
  readonly outTradeNo: string;
  readonly outRefundNo: string;
  readonly status: RefundStatus;
  readonly totalFen: number;
  readonly refundFen: number;
}

/** A notification, by what it is about. `other`: genuine, but nothing that we act upon. */
export type PaymentNotification = {
  /** The notification's own id, unique per event, repeated on retries. */
  readonly id: string;
  readonly eventType: string;
} & (
  | { readonly about: 'trade'; readonly trade: Trade }
  | { readonly about: 'refund'; readonly refund: RefundNotice }
  | { readonly about: 'other' }
);

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
export const REFUND_STATUSES = ['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL', 'UNKNOWN'] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/** What is signed about a refund. */
export interface RefundAnswer {
  readonly status: RefundStatus;
  /** When WeChat Pay took it on: it stands in the bill of that day. Null when the answer does not say. */
  readonly acceptedAt: Date | null;
}

export interface PaymentGateway {
  readonly appid: string;
  readonly mchid: string;
  /** Where notifications go today; an attempt keeps the one of its first request. */
  readonly notifyUrl: string;
  /** Answers `prepay_id`, good for two hours. */
  prepayJsapi(request: PrepayRequest): Promise<string>;
  /** What `wx.requestPayment` is called with, signed anew at each call. */
  jsapiSheet(prepayId: string): JsapiSheet;
  /** Answers `code_url`. */
  prepayNative(request: PrepayRequest): Promise<string>;
  /** What is signed about a trade. Null when the answer says there is no such number: it is not signed and proves nothing. */
  queryByOutTradeNo(outTradeNo: string): Promise<Trade | null>;
  /** Asks for a trade to be closed. No answer of it proves anything: query afterwards. @throws PortError when none came */
  close(outTradeNo: string): Promise<void>;
  refund(request: RefundRequest): Promise<RefundAnswer>;
  /** Null as for `queryByOutTradeNo`. */
  queryRefund(outRefundNo: string): Promise<RefundAnswer | null>;
  /** What was traded on that day of Beijing (YYYY-MM-DD), which must be over; proven by a signed hash. @throws PortError */
  tradeBill(day: string): Promise<TradeBill>;
  /** What that day moved in the merchant's basic account; proven as the trade bill is. @throws PortError */
  fundFlowBill(day: string): Promise<FundFlowBill>;
  /** Verifies skew (5 min), serial and signature on the raw body, then decrypts. @throws NotificationError */
  readNotification(notification: RawNotification, now: Date): PaymentNotification;
}
