import type { JsonObject } from '../serving/json-object';
import { chinaTime } from './china-time';
import { couponRefund, refundPromotions } from './coupon';
import type { Refund, Transaction } from './pay-state';

const RECEIVED_BY = '支付用户零钱';

const amounts = ({ refund }: Refund, transaction: Transaction): Record<string, number> => ({
  total: transaction.total,
  refund,
  payer_total: transaction.total - (transaction.coupon?.amount ?? 0),
  payer_refund: refund - couponRefund(transaction, refund),
});

/** What applying for and querying a refund answer. */
export function refundView(refund: Refund, transaction: Transaction): JsonObject {
  const { coupon, total } = transaction;
  const discount = couponRefund(transaction, refund.refund);
  // The merchant never had the money of a 免充值 coupon.
  const unsettled = coupon?.type === 'NOCASH';
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
      settlement_total: unsettled ? total - coupon.amount : total,
      settlement_refund: unsettled ? refund.refund - discount : refund.refund,
      discount_refund: discount,
      currency: 'CNY',
    },
    promotion_detail: refundPromotions(transaction, refund.refund),
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
