import * as v from 'valibot';
import { REFUND_STATUSES, type RefundNotice, TRADE_STATES, type Trade } from '../../ports/payment-gateway';

/** RFC 3339 with an offset, as a date. */
export const timeSchema = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => new Date(text)),
);

const fenSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A word that the documents do not know is no reason to throw the rest away. */
const wordSchema = <const Words extends readonly string[]>(words: Words) =>
  v.pipe(
    v.string(),
    v.transform((word): Words[number] | 'UNKNOWN' => (words.includes(word) ? word : 'UNKNOWN')),
  );

/** The trade as queries and decrypted notifications hold it (查询订单 / 支付通知, API v3). An unpaid one has neither number nor amount of payment. */
export const tradeSchema = v.pipe(
  v.object({
    appid: v.string(),
    mchid: v.string(),
    out_trade_no: v.string(),
    transaction_id: v.optional(v.string()),
    trade_state: wordSchema(TRADE_STATES),
    success_time: v.optional(v.union([timeSchema, v.literal('')])),
    attach: v.optional(v.string()),
    payer: v.optional(v.object({ openid: v.optional(v.string()) })),
    amount: v.optional(v.object({ total: v.optional(fenSchema), currency: v.optional(v.string()) })),
  }),
  v.transform(
    (trade): Trade => ({
      appid: trade.appid,
      mchid: trade.mchid,
      outTradeNo: trade.out_trade_no,
      transactionId: trade.transaction_id || null,
      tradeState: trade.trade_state,
      amountFen: trade.amount?.total ?? null,
      currency: trade.amount?.currency ?? null,
      attach: trade.attach ?? null,
      payerOpenid: trade.payer?.openid || null,
      successTime: trade.success_time || null,
    }),
  ),
);

export const refundStatusSchema = wordSchema(REFUND_STATUSES);

/** What is inside a notice about a refund (退款结果通知, API v3). */
export const refundNoticeSchema = v.pipe(
  v.object({
    mchid: v.string(),
    out_trade_no: v.string(),
    out_refund_no: v.string(),
    refund_status: refundStatusSchema,
    amount: v.object({ total: fenSchema, refund: fenSchema }),
  }),
  v.transform(
    (notice): RefundNotice => ({
      mchid: notice.mchid,
      outTradeNo: notice.out_trade_no,
      outRefundNo: notice.out_refund_no,
      status: notice.refund_status,
      totalFen: notice.amount.total,
      refundFen: notice.amount.refund,
    }),
  ),
);
