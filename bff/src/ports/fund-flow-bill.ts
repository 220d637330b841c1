import type { Bill } from './trade-bill';

/**
 * What moved money in the merchant's account, in the words of the bill (业务类型): `trade` 交易, `refund` 退款, `fee` whatever names
 * 手续费; `other`: 提现, 充值 and all else.
 */
export type FlowKind = 'trade' | 'refund' | 'fee' | 'other';

/** One row of the fund-flow bill (资金账单): money that came into the account, or went out of it. */
export interface FlowRow {
  readonly kind: FlowKind;
  readonly isIncome: boolean;
  readonly amountFen: number;
}

export type FundFlowBill = Bill<FlowRow>;
