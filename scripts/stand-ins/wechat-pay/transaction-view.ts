import type { JsonObject } from '../serving/json-object';
import { chinaTime } from './china-time';
import { promotionsOf } from './coupon';
import type { Transaction } from './pay-state';

const STATE_TEXTS: Record<Transaction['state'], string> = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款，退款详情请查询退款单',
  CLOSED: '订单已关闭',
};

/**
 * What a query answers and a notification carries. An unpaid order has no transaction_id, payer or success_time.
 * @param currency another than CNY is the fault foreign-currency
 */
export function transactionView(transaction: Transaction, merchantId: string, currency: string): JsonObject {
  const { appId, outTradeNo, state, attach, transactionId, successTime } = transaction;
  const base = { appid: appId, mchid: merchantId, out_trade_no: outTradeNo, trade_state: state };
  if (!transactionId || !successTime) {
    return {
      ...base,
      trade_state_desc: STATE_TEXTS[state],
      attach: attach ?? '',
      amount: { total: transaction.total, currency },
      promotion_detail: [],
    };
  }
  return {
    ...base,
    trade_state_desc: STATE_TEXTS[state],
    transaction_id: transactionId,
    trade_type: transaction.tradeType,
    bank_type: 'OTHERS',
    attach: attach ?? '',
    success_time: chinaTime(new Date(successTime)),
    payer: { openid: transaction.openId },
    amount: {
      total: transaction.total,
      payer_total: transaction.total - (transaction.coupon?.amount ?? 0),
      currency,
      payer_currency: currency,
    },
    promotion_detail: promotionsOf(transaction),
  };
}
