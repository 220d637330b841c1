import * as v from 'valibot';
import type { Trade } from '../../ports/payment-gateway';

const TRADE_STATES = ['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'PAYERROR', 'REVOKED', 'USERPAYING'] as const;

/** RFC 3339 with an offset, as a date. */
const timeSchema = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => new Date(text)),
);

/** The trade as queries and decrypted notifications hold it (查询订单 / 支付通知, API v3). An unpaid one has neither number nor amount of payment. */
export const tradeSchema = v.pipe(
  v.object({
    appid: v.string(),
    mchid: v.string(),
    out_trade_no: v.string(),
    transaction_id: v.optional(v.string()),
    trade_state: v.picklist(TRADE_STATES),
    success_time: v.optional(v.union([timeSchema, v.literal('')])),
    amount: v.optional(v.object({ total: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))) })),
  }),
  v.transform(
    (trade): Trade => ({
      appid: trade.appid,
      mchid: trade.mchid,
      outTradeNo: trade.out_trade_no,
      transactionId: trade.transaction_id || null,
      tradeState: trade.trade_state,
      amountFen: trade.amount?.total ?? null,
      successTime: trade.success_time || null,
    }),
  ),
);
