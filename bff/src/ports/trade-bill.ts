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
  /** Of a row that gives money back; null of one that takes it. */
  readonly refund: BillRefund | null;
}

export interface BillRefund {
  /** Ours, or, where it was made at the merchant platform, WeChat Pay's. */
  readonly outRefundNo: string;
  /** 申请退款金额. */
  readonly amountFen: number;
  /** 退款状态, in WeChat Pay's word: SUCCESS, PROCESSING, FAIL, CHANGE. */
  readonly status: string;
}

/** `not-ready`: to be asked again later. `none`: nothing was traded that day, says WeChat Pay – unsigned, so it proves nothing alone. */
export type TradeBill =
  | { readonly state: 'ready'; readonly sha1: string; readonly rows: readonly BillRow[] }
  | { readonly state: 'not-ready' }
  | { readonly state: 'none' };
