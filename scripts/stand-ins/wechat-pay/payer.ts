import { chinaTimeDigits } from './china-time';
import { type Coupon, checkCoupon } from './coupon';
import { findTransaction, type PayState, type Transaction } from './pay-state';

const PREPAY_LIFETIME_MS = 2 * 3600_000;
const ORDER_LIFETIME_MS = 7 * 24 * 3600_000;

export type PayRefusalCode =
  | 'ORDER_NOT_EXIST'
  | 'ORDER_PAID'
  | 'ORDER_CLOSED'
  | 'ORDER_EXPIRED'
  | 'PREPAY_EXPIRED'
  | 'ORDER_NOT_PAID'
  | 'NOTHING_TO_REFUND'
  | 'REFUND_NOT_EXIST'
  | 'REFUND_PROCESSING';

const REFUSAL_TEXTS: Record<PayRefusalCode, string> = {
  ORDER_NOT_EXIST: '订单不存在',
  ORDER_PAID: '订单已支付',
  ORDER_CLOSED: '订单已关闭',
  ORDER_EXPIRED: '订单已过期',
  PREPAY_EXPIRED: '预支付会话已失效，请重新下单',
  ORDER_NOT_PAID: '订单未支付',
  NOTHING_TO_REFUND: '退款金额大于订单可退金额',
  REFUND_NOT_EXIST: '退款单不存在',
  REFUND_PROCESSING: '退款尚未结束',
};

/** What a payer's phone, or the merchant platform, shows instead of doing what was asked. */
export class PayRefused extends Error {
  constructor(readonly code: PayRefusalCode) {
    super(REFUSAL_TEXTS[code]);
    this.name = 'PayRefused';
  }
}

/** Why the order cannot be paid now, with this prepay_id or with the newest; undefined when it can. */
export function whyNotPayable(transaction: Transaction, now: Date, prepayId?: string): PayRefusalCode | undefined {
  if (transaction.state === 'CLOSED') return 'ORDER_CLOSED';
  if (transaction.state !== 'NOTPAY') return 'ORDER_PAID';
  const time = now.getTime();
  const deadline = transaction.timeExpire
    ? Date.parse(transaction.timeExpire)
    : Date.parse(transaction.createdAt) + ORDER_LIFETIME_MS;
  if (time >= deadline) return 'ORDER_EXPIRED';
  const prepay = prepayId
    ? transaction.prepays.find((candidate) => candidate.prepayId === prepayId)
    : transaction.prepays.at(-1);
  return prepay && time < Date.parse(prepay.createdAt) + PREPAY_LIFETIME_MS ? undefined : 'PREPAY_EXPIRED';
}

/**
 * The payer pays, perhaps with a coupon. Who scans a Native code is known only then.
 * @throws PayRefused, RangeError for a coupon that is no part of the total
 */
export function payTransaction(
  state: PayState,
  outTradeNo: string,
  payer: { openId: string; coupon?: Coupon },
  now: Date,
): Transaction {
  const transaction = findTransaction(state, outTradeNo);
  if (!transaction) throw new PayRefused('ORDER_NOT_EXIST');
  const refusal = whyNotPayable(transaction, now);
  if (refusal) throw new PayRefused(refusal);
  if (payer.coupon) checkCoupon(payer.coupon, transaction.total);
  state.serial += 1;
  transaction.state = 'SUCCESS';
  transaction.openId ??= payer.openId;
  transaction.coupon = payer.coupon;
  transaction.transactionId = `4200${chinaTimeDigits(now)}${String(state.serial).padStart(10, '0')}`;
  transaction.successTime = now.toISOString();
  return transaction;
}

/**
 * The payer dismisses the sheet: the order stays unpaid and can be paid later.
 * @throws PayRefused when there is nothing to cancel any more
 */
export function cancelPaySheet(state: PayState, outTradeNo: string, now: Date): Transaction {
  const transaction = findTransaction(state, outTradeNo);
  if (!transaction) throw new PayRefused('ORDER_NOT_EXIST');
  if (transaction.state === 'CLOSED') throw new PayRefused('ORDER_CLOSED');
  if (transaction.state !== 'NOTPAY') throw new PayRefused('ORDER_PAID');
  transaction.cancelledAt = now.toISOString();
  return transaction;
}

/** The order that a scanned Native code pays: only the newest code of an order counts. */
export const transactionOfCode = (state: PayState, codeUrl: string): Transaction | undefined =>
  state.transactions.find((transaction) => transaction.prepays.at(-1)?.codeUrl === codeUrl);

export const transactionOfPrepay = (state: PayState, prepayId: string): Transaction | undefined =>
  state.transactions.find((transaction) => transaction.prepays.some((prepay) => prepay.prepayId === prepayId));
