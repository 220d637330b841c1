import { openJsonFile } from '../serving/json-file';
import { isJsonObject } from '../serving/json-object';
import type { Coupon } from './coupon';
import type { PlatformCertificate } from './platform-certificate';
import type { CertificateShares } from './platform-keys';

const VERSION = 1;

export type TradeType = 'JSAPI' | 'NATIVE';
/** How a refund can end. Of a closed one the money stays with the merchant and can be refunded anew. */
export type RefundEnd = 'SUCCESS' | 'ABNORMAL' | 'CLOSED';

/** Moments are ISO 8601 texts, amounts are fen. */
export interface Transaction {
  tradeType: TradeType;
  appId: string;
  outTradeNo: string;
  description: string;
  attach?: string;
  notifyUrl: string;
  total: number;
  openId?: string;
  timeExpire?: string;
  /** Canonical JSON of the first request: a repeated one must be the same. */
  firstRequest: string;
  createdAt: string;
  /** Oldest first; each good for two hours. Of a Native order only the newest code can be scanned. */
  prepays: { prepayId: string; codeUrl?: string; createdAt: string }[];
  state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';
  transactionId?: string;
  successTime?: string;
  /** Part of the total that a coupon paid in place of the payer. */
  coupon?: Coupon;
  /** The payer last dismissed the sheet then. The order itself stays unpaid. */
  cancelledAt?: string;
}

export interface Refund {
  outRefundNo: string;
  refundId: string;
  outTradeNo: string;
  reason?: string;
  notifyUrl?: string;
  refund: number;
  firstRequest: string;
  createdAt: string;
  status: 'PROCESSING' | RefundEnd;
  successTime?: string;
}

export interface NotificationJob {
  id: string;
  outTradeNo: string;
  eventType: string;
  url: string;
  body: string;
  state: 'waiting' | 'delivered' | 'given-up';
  /** When the next attempt is due; null once it is over. */
  dueAt: string | null;
  /** How many more times it is sent after it was accepted (fault duplicate-notification). */
  copies: number;
  failures: number;
  attempts: { at: string; outcome: string }[];
}

/** All that WeChat Pay remembers about the merchant. */
export interface PayState {
  version: typeof VERSION;
  serial: number;
  transactions: Transaction[];
  refunds: Refund[];
  notifications: NotificationJob[];
  /** Platform certificates, oldest first; absent = public-key mode. */
  certificates?: PlatformCertificate[];
  certificateShares?: CertificateShares;
}

const MEMBERS = ['transactions', 'refunds', 'notifications'] as const;

function restore(stored: unknown, path: string): PayState | undefined {
  if (stored === undefined) return undefined;
  if (!isJsonObject(stored) || stored.version !== VERSION || MEMBERS.some((name) => !Array.isArray(stored[name]))) {
    throw new Error(`${path} is of another version. Delete it to start afresh.`);
  }
  return stored as unknown as PayState;
}

/** @param dataFile where the state is kept; absent = in memory only */
export function openPayState(dataFile?: string): { state: PayState; save(): void } {
  const empty: PayState = { version: VERSION, serial: 0, transactions: [], refunds: [], notifications: [] };
  if (!dataFile) return { state: empty, save: () => undefined };
  const file = openJsonFile(dataFile);
  const state = restore(file.load(), dataFile) ?? empty;
  return { state, save: () => file.save(state) };
}

export const findTransaction = (state: PayState, outTradeNo: string): Transaction | undefined =>
  state.transactions.find((transaction) => transaction.outTradeNo === outTradeNo);

export const findRefund = (state: PayState, outRefundNo: string): Refund | undefined =>
  state.refunds.find((refund) => refund.outRefundNo === outRefundNo);

/** What has been, or is being, refunded of a trade. */
export const refundedOf = (state: PayState, outTradeNo: string): number =>
  state.refunds
    .filter((refund) => refund.outTradeNo === outTradeNo && refund.status !== 'CLOSED')
    .reduce((sum, { refund }) => sum + refund, 0);
