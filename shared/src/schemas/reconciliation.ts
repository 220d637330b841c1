import * as v from 'valibot';
import { objectIdSchema, timestampSchema } from './identifiers';
import { moneyFenSchema } from './money-fen';
import { pageOf } from './page';
import { lineOfText } from './text-fields';

/**
 * How one day of money stands, compared with the bill of WeChat Pay. `waiting`: there is no bill yet. `settled`: it differs, and
 * a person has said of every difference what became of it.
 */
export const RECONCILIATION_STATES = ['waiting', 'matched', 'differs', 'settled'] as const;
export type ReconciliationState = (typeof RECONCILIATION_STATES)[number];
export const RECONCILIATION_STATE_LABELS: Record<ReconciliationState, string> = {
  waiting: '等待对账单',
  matched: '一致',
  differs: '有差异',
  settled: '差异已处理',
};

/** `missing-at-ours`: in the bill and not in our books. `other-state`: both have it, and do not say the same of it. */
export const DIFFERENCE_KINDS = ['missing-at-ours', 'missing-at-theirs', 'other-amount', 'other-state'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];
export const DIFFERENCE_KIND_LABELS: Record<DifferenceKind, string> = {
  'missing-at-ours': '对账单有，系统没有',
  'missing-at-theirs': '系统有，对账单没有',
  'other-amount': '金额不同',
  'other-state': '状态不同',
};

/** Sums of a day in the fund-flow bill (资金账单), which are compared with those of the trade bill. */
export const FLOW_MONEY = ['flow-payments', 'flow-refunds', 'flow-fees'] as const;
export type FlowMoney = (typeof FLOW_MONEY)[number];
/** What may not have come together: money that came, money that went back, or a sum of the fund-flow bill. */
export const RECONCILED_MONEY = ['payment', 'refund', ...FLOW_MONEY] as const;
export type ReconciledMoney = (typeof RECONCILED_MONEY)[number];
export const RECONCILED_MONEY_LABELS: Record<ReconciledMoney, string> = {
  payment: '收款',
  refund: '退款',
  'flow-payments': '资金账单：收款',
  'flow-refunds': '资金账单：退款',
  'flow-fees': '资金账单：手续费',
};
export const isFlowMoney = (about: ReconciledMoney): about is FlowMoney => FLOW_MONEY.some((one) => one === about);

/** How we have it. `doubted`: it came, does not fit its order, and is not booked. */
export const OUR_MONEY_STATES = ['none', 'unpaid', 'doubted', 'paid', 'refunding', 'refunded'] as const;
export type OurMoneyState = (typeof OUR_MONEY_STATES)[number];
export const OUR_MONEY_STATE_LABELS: Record<OurMoneyState, string> = {
  none: '没有记录',
  unpaid: '未付款',
  doubted: '款项存疑，未入账',
  paid: '已付款',
  refunding: '退款中',
  refunded: '已退款',
};

/** A day of Beijing. */
export const reconciliationDaySchema = v.pipe(v.string(), v.isoDate('日期格式不正确，例如 2026-11-29'));

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const moneySumSchema = v.object({ count, fen: moneyFenSchema });
export type MoneySum = v.InferOutput<typeof moneySumSchema>;
const bothSumsSchema = v.object({ payments: moneySumSchema, refunds: moneySumSchema });
export type MoneySums = v.InferOutput<typeof bothSumsSchema>;

/** Below zero where more came back that day than went. */
const signedFenSchema = v.pipe(v.number(), v.safeInteger());
const flowSumsSchema = v.object({
  'flow-payments': signedFenSchema,
  'flow-refunds': signedFenSchema,
  'flow-fees': signedFenSchema,
});
export type FlowSums = v.InferOutput<typeof flowSumsSchema>;

const dayEntries = {
  day: reconciliationDaySchema,
  state: v.picklist(RECONCILIATION_STATES),
  /** Null while there is no bill. */
  ours: v.nullable(bothSumsSchema),
  theirs: v.nullable(bothSumsSchema),
  /** When both were compared last. */
  comparedAt: v.nullable(timestampSchema),
  differences: count,
  /** Of those, which nobody has settled. */
  openDifferences: count,
  /** A comparison is asked for, or under way. */
  isUnderWay: v.boolean(),
};
export const reconciliationSummarySchema = v.object(dayEntries);
export type ReconciliationSummary = v.InferOutput<typeof reconciliationSummarySchema>;

const settlementSchema = v.object({ note: v.string(), by: v.string(), at: timestampSchema });
export const differenceSchema = v.object({
  id: objectIdSchema,
  about: v.picklist(RECONCILED_MONEY),
  kind: v.picklist(DIFFERENCE_KINDS),
  /** Empty of a sum. */
  outTradeNo: v.string(),
  outRefundNo: v.nullable(v.string()),
  /** Null where no order has such a number. */
  orderId: v.nullable(objectIdSchema),
  orderNumber: v.nullable(v.string()),
  /** Of the fund-flow bill: what the trade bill says, and what this one says. */
  ourFen: v.nullable(signedFenSchema),
  theirFen: v.nullable(signedFenSchema),
  ourState: v.picklist(OUR_MONEY_STATES),
  /** WeChat Pay's word. */
  theirState: v.nullable(v.string()),
  settlement: v.nullable(settlementSchema),
});
export type DifferenceView = v.InferOutput<typeof differenceSchema>;

/** Money that came to the bank account that day, as it stands now. */
export const bankSumsSchema = v.object({
  /** All that came. */
  entries: moneySumSchema,
  /** Of it, what orders are paid with; parts, not entries, are counted. */
  booked: moneySumSchema,
  /** Entries of which something belongs to no order yet, and how much. */
  open: moneySumSchema,
  /** Entries that a person gave back or set aside, and how much of them. */
  settled: moneySumSchema,
});
export type BankSums = v.InferOutput<typeof bankSumsSchema>;

export const reconciliationViewSchema = v.object({
  ...dayEntries,
  /** SHA-1 by which WeChat Pay has signed the bill; null: it says that nothing was traded, or there is none yet. */
  billSha1: v.nullable(v.string()),
  /** The fund-flow bill beside the trade bill; null while there is none, and of days that were compared before it was asked for. */
  flow: v.nullable(v.object({ traded: flowSumsSchema, moved: flowSumsSchema, sha1: v.nullable(v.string()) })),
  items: v.array(differenceSchema),
  bank: bankSumsSchema,
  /** When the bill is asked for next; null: nobody asks any more, until somebody has it compared again. */
  nextLookAt: v.nullable(timestampSchema),
  /** Who closed a day of which no bill was to be had. */
  closedBy: v.nullable(v.string()),
});
export type ReconciliationView = v.InferOutput<typeof reconciliationViewSchema>;

export const reconciliationListSchema = v.object({
  ...pageOf(reconciliationSummarySchema).entries,
  counts: v.object(
    Object.fromEntries(RECONCILIATION_STATES.map((state) => [state, count])) as Record<
      ReconciliationState,
      typeof count
    >,
  ),
});

export const differenceNoteSchema = lineOfText('处理结果', 200);
