/** What a row of the bill says has happened. `UNKNOWN` stands for a word that the documents do not name. */
export const BILL_STATES = ['SUCCESS', 'REFUND', 'REVOKED', 'UNKNOWN'] as const;
export type BillState = (typeof BILL_STATES)[number];

/** One row of the trade bill (交易账单): money that came, or, with `refund`, money that was sent back. */
export interface BillRow {
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly state: BillState;
  /** 订单金额: the whole amount, of which a coupon may have paid a part. */
  readonly amountFen: number;
  /** 应结订单金额: what of it comes to the merchant's account, before the fee. */
  readonly settledFen: number;
  /** 手续费: below zero where a refund brings it back. */
  readonly feeFen: number;
  /** Of a row that gives money back; null of one that takes it. */
  readonly refund: BillRefund | null;
}

export interface BillRefund {
  /** Ours, or, where it was made at the merchant platform, WeChat Pay's. */
  readonly outRefundNo: string;
  /** 申请退款金额. */
  readonly amountFen: number;
  /** 退款金额: what of it leaves the merchant's account. */
  readonly returnedFen: number;
  /** 退款状态, in WeChat Pay's word: SUCCESS, PROCESSING, FAIL, CHANGE. */
  readonly status: string;
}

/** `not-ready`: to be asked again later. `none`: nothing is in it, says WeChat Pay – unsigned, so it proves nothing alone. */
export type Bill<Row> =
  | { readonly state: 'ready'; readonly sha1: string; readonly rows: readonly Row[] }
  | { readonly state: 'not-ready' }
  | { readonly state: 'none' };
export type TradeBill = Bill<BillRow>;
