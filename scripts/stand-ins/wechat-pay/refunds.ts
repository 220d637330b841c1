import { canonicalJson, type JsonObject } from '../serving/json-object';
import { callbackUrl, integer, listOf, object, optional, readBodyBy, text } from './body-rules';
import { chinaTime, chinaTimeDigits } from './china-time';
import { INTERNAL_NUMBERS, PayError } from './pay-error';
import { findTransaction, type PayState, type Refund, type Transaction } from './pay-state';

const REFUNDABLE_MS = 365 * 24 * 3600_000;
const MOST_REFUNDS = 50;
const RECEIVED_BY = '支付用户零钱';

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
    throw new PayError(400, 'PARAM_ERROR', 'transaction_id和out_trade_no必须二选一', INTERNAL_NUMBERS.parameter);
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
  const refunded = earlier.reduce((sum, refund) => sum + refund.refund, 0);
  if (refunded + request.amount.refund > transaction.total) throw refuse('申请退款金额大于订单可退金额');
  if (now.getTime() - Date.parse(transaction.successTime ?? '') > REFUNDABLE_MS) throw refuse('订单已超过可退款期限');
}

/**
 * 申请退款. The same out_refund_no with the same request answers the same refund again; a changed one is refused.
 * @throws PayError
 */
export function requestRefund(state: PayState, body: string, now: Date): { refund: Refund; isNew: boolean } {
  const request = readBodyBy(RULE, body) as RefundRequest;
  const firstRequest = canonicalJson(request);
  const known = state.refunds.find((refund) => refund.outRefundNo === request.out_refund_no);
  if (known) {
    if (known.firstRequest !== firstRequest) throw refuse('订单金额或退款金额与之前请求不一致，请核实后再试');
    return { refund: known, isNew: false };
  }
  const transaction = paidTransaction(state, request);
  checkAmounts(state, transaction, request, now);
  state.serial += 1;
  const refund: Refund = {
    outRefundNo: request.out_refund_no,
    refundId: `5030${chinaTimeDigits(now)}${String(state.serial).padStart(11, '0')}`,
    outTradeNo: transaction.outTradeNo,
    reason: request.reason,
    notifyUrl: request.notify_url,
    refund: request.amount.refund,
    firstRequest,
    createdAt: now.toISOString(),
    status: 'PROCESSING',
  };
  state.refunds.push(refund);
  const original = findTransaction(state, transaction.outTradeNo);
  if (original) original.state = 'REFUND';
  return { refund, isNew: true };
}

/** The bank's answer to an accepted refund. */
export function endRefund(refund: Refund, status: 'SUCCESS' | 'ABNORMAL', now: Date): void {
  refund.status = status;
  refund.successTime = status === 'SUCCESS' ? now.toISOString() : undefined;
}

const amounts = (refund: Refund, transaction: Transaction): Record<string, number> => ({
  total: transaction.total,
  refund: refund.refund,
  payer_total: transaction.total,
  payer_refund: refund.refund,
});

/** What applying for and querying a refund answer. */
export function refundView(refund: Refund, transaction: Transaction): JsonObject {
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    transaction_id: transaction.transactionId,
    out_trade_no: refund.outTradeNo,
    channel: 'ORIGINAL',
    user_received_account: RECEIVED_BY,
    success_time: refund.successTime && chinaTime(new Date(refund.successTime)),
    create_time: chinaTime(new Date(refund.createdAt)),
    status: refund.status,
    funds_account: 'AVAILABLE',
    amount: {
      ...amounts(refund, transaction),
      settlement_total: transaction.total,
      settlement_refund: refund.refund,
      discount_refund: 0,
      currency: 'CNY',
    },
    promotion_detail: [],
  };
}

/** What a refund notification carries: `refund_status`, not `status`. */
export function refundNotice(refund: Refund, transaction: Transaction, merchantId: string): JsonObject {
  return {
    mchid: merchantId,
    out_trade_no: refund.outTradeNo,
    transaction_id: transaction.transactionId,
    out_refund_no: refund.outRefundNo,
    refund_id: refund.refundId,
    refund_status: refund.status,
    success_time: refund.successTime && chinaTime(new Date(refund.successTime)),
    user_received_account: RECEIVED_BY,
    amount: amounts(refund, transaction),
  };
}
