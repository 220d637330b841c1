import { canonicalJson, type JsonObject } from '../serving/json-object';
import { callbackUrl, integer, listOf, object, optional, readBodyBy, text } from './body-rules';
import { chinaTimeDigits } from './china-time';
import { INTERNAL_NUMBERS, PayError, parameterError } from './pay-error';
import {
  findRefund,
  findTransaction,
  type PayState,
  type Refund,
  type RefundEnd,
  refundedOf,
  type Transaction,
} from './pay-state';
import { PayRefused } from './payer';

const REFUNDABLE_MS = 365 * 24 * 3600_000;
const MOST_REFUNDS = 50;
/** Between two refunds of one trade. */
const PAUSE_MS = 60_000;

const RULE = object({
  transaction_id: optional(text(1, 32)),
  out_trade_no: optional(text(6, 32)),
  out_refund_no: text(1, 64, /^[0-9A-Za-z_\-|*@]+$/),
  reason: optional(text(1, 80)),
  notify_url: optional(callbackUrl),
  funds_account: optional(text(1, 32, /^AVAILABLE$/)),
  amount: object({
    refund: integer(1),
    total: integer(1),
    currency: text(3, 3, /^CNY$/),
    from: optional(listOf(object({ account: text(1, 32), amount: integer(1) }))),
  }),
  goods_detail: optional(
    listOf(
      object({
        merchant_goods_id: text(1, 32),
        wechatpay_goods_id: optional(text(1, 32)),
        goods_name: optional(text(1, 256)),
        unit_price: integer(0),
        refund_amount: integer(0),
        refund_quantity: integer(1),
      }),
    ),
  ),
});

interface RefundRequest extends JsonObject {
  transaction_id?: string;
  out_trade_no?: string;
  out_refund_no: string;
  reason?: string;
  notify_url?: string;
  amount: { refund: number; total: number };
}

const refuse = (message: string): PayError => new PayError(400, 'INVALID_REQUEST', message);

function paidTransaction(state: PayState, request: RefundRequest): Transaction & { transactionId: string } {
  const { transaction_id: transactionId, out_trade_no: outTradeNo } = request;
  if (!transactionId && !outTradeNo) {
    const issue = 'transaction_id和out_trade_no必须二选一';
    throw parameterError(issue, { field: '/transaction_id', value: null, issue, location: 'body' });
  }
  const transaction = state.transactions.find(
    (candidate) =>
      (!transactionId || candidate.transactionId === transactionId) &&
      (!outTradeNo || candidate.outTradeNo === outTradeNo),
  );
  if (!transaction) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '订单不存在', INTERNAL_NUMBERS.orderNotFound);
  if (!transaction.transactionId) throw refuse('订单未支付，不能退款');
  return { ...transaction, transactionId: transaction.transactionId };
}

function checkAmounts(state: PayState, transaction: Transaction, request: RefundRequest, now: Date): void {
  if (request.amount.total !== transaction.total) throw refuse('订单金额或退款金额与之前请求不一致，请核实后再试');
  const earlier = state.refunds.filter((refund) => refund.outTradeNo === transaction.outTradeNo);
  if (earlier.length >= MOST_REFUNDS) throw refuse('一笔订单最多支持50次部分退款');
  if (refundedOf(state, transaction.outTradeNo) + request.amount.refund > transaction.total) {
    throw refuse('申请退款金额大于订单可退金额');
  }
  if (now.getTime() - Date.parse(transaction.successTime ?? '') > REFUNDABLE_MS) throw refuse('订单已超过可退款期限');
  const latest = earlier.at(-1);
  if (latest && now.getTime() - Date.parse(latest.createdAt) < PAUSE_MS) {
    throw new PayError(429, 'FREQUENCY_LIMITED', '同一笔订单两次退款须间隔1分钟', INTERNAL_NUMBERS.frequency);
  }
}

function addRefund(
  state: PayState,
  transaction: Transaction,
  refund: Pick<Refund, 'outRefundNo' | 'refund' | 'reason' | 'notifyUrl' | 'firstRequest'>,
  now: Date,
): Refund {
  state.serial += 1;
  const added: Refund = {
    ...refund,
    refundId: `5030${chinaTimeDigits(now)}${String(state.serial).padStart(11, '0')}`,
    outTradeNo: transaction.outTradeNo,
    createdAt: now.toISOString(),
    status: 'PROCESSING',
  };
  state.refunds.push(added);
  const original = findTransaction(state, transaction.outTradeNo);
  if (original) original.state = 'REFUND';
  return added;
}

/**
 * 申请退款. The same out_refund_no with the same request answers the same refund again; a changed one is refused.
 * @param o.isBalanceEnough asked when nothing else speaks against the refund
 * @throws PayError
 */
export function requestRefund(
  state: PayState,
  body: string,
  o: { now: Date; isBalanceEnough: () => boolean },
): { refund: Refund; isNew: boolean } {
  const request = readBodyBy(RULE, body) as RefundRequest;
  const firstRequest = canonicalJson(request);
  const known = findRefund(state, request.out_refund_no);
  if (known) {
    if (known.firstRequest !== firstRequest) throw refuse('订单金额或退款金额与之前请求不一致，请核实后再试');
    return { refund: known, isNew: false };
  }
  const transaction = paidTransaction(state, request);
  checkAmounts(state, transaction, request, o.now);
  if (!o.isBalanceEnough()) throw new PayError(403, 'NOT_ENOUGH', '基本账户余额不足，请充值后重新发起');
  const { out_refund_no: outRefundNo, reason, notify_url: notifyUrl, amount } = request;
  const refund = { outRefundNo, reason, notifyUrl, refund: amount.refund, firstRequest };
  return { refund: addRefund(state, transaction, refund, o.now), isNew: true };
}

/**
 * Somebody refunds on the merchant platform: the number is WeChat Pay's, the merchant's system knows nothing of it.
 * @param wanted fen; absent = all that is left
 * @throws PayRefused
 */
export function refundOnPlatform(
  state: PayState,
  outTradeNo: string,
  wanted: number | undefined,
  now: Date,
): { refund: Refund; transaction: Transaction } {
  const transaction = findTransaction(state, outTradeNo);
  if (!transaction) throw new PayRefused('ORDER_NOT_EXIST');
  if (!transaction.transactionId) throw new PayRefused('ORDER_NOT_PAID');
  const left = transaction.total - refundedOf(state, outTradeNo);
  const amount = wanted ?? left;
  if (!Number.isInteger(amount) || amount < 1 || amount > left) throw new PayRefused('NOTHING_TO_REFUND');
  const outRefundNo = `${chinaTimeDigits(now)}${String(state.serial + 1).padStart(14, '0')}`;
  const refund = addRefund(state, transaction, { outRefundNo, refund: amount, firstRequest: '' }, now);
  return { refund, transaction };
}

/** The bank's answer to an accepted refund. */
export function endRefund(refund: Refund, status: RefundEnd, now: Date): void {
  refund.status = status;
  refund.successTime = status === 'SUCCESS' ? now.toISOString() : undefined;
}
