import {
  DIFFERENCE_KINDS,
  FLOW_MONEY,
  type FlowSums,
  type MoneySums,
  moneySumSchema,
  OUR_MONEY_STATES,
  RECONCILED_MONEY,
  RECONCILIATION_STATES,
  type ReconciliationState,
} from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, number, objectId, text, textOrNull, texts } from '../../database/validators/stored-shape';
import type { Difference, NamedMoney } from './compare-day';

/** What a person has noted of a difference. */
export interface DifferenceSettlement {
  readonly note: string;
  readonly by: string;
  readonly at: Date;
}
export type StoredDifference = Difference & { readonly settlement: DifferenceSettlement | null };

export interface StoredFlow {
  readonly traded: FlowSums;
  readonly moved: FlowSums;
  /** Null where WeChat Pay says that nothing was moved. */
  readonly sha1: string | null;
}

/** One day of Beijing: our books beside the bill of WeChat Pay. Every write counts `revision`. */
export interface ReconciliationDayRecord {
  _id: Types.ObjectId;
  revision: number;
  /** Unique. */
  day: string;
  state: ReconciliationState;
  ours: MoneySums | null;
  theirs: MoneySums | null;
  /** Null while there is no bill, and where WeChat Pay says that nothing was traded. */
  billSha1: string | null;
  /** The fund-flow bill beside the trade bill; absent of days that were compared before it was asked for. */
  flow?: StoredFlow | null;
  /** At most `MOST_DIFFERENCES`; `differenceCount` counts all. */
  differences: StoredDifference[];
  differenceCount: number;
  /** As in `Comparison`, at most as many as differences. */
  billedBesides: NamedMoney[];
  /** Payments of that day by our books, of which the gateway has signed that they came on another. */
  paidOnOtherDay: string[];
  comparedAt: Date | null;
  /** Of the staff who closed a day of which no bill was to be had. */
  closedBy: string | null;
  outbox: OutboxEntry[];
}

/** More say that something else is wrong (another merchant's bill, a restored database), not that so many payments are. */
export const MOST_DIFFERENCES = 500;

export type ReconciliationDayModel = Model<ReconciliationDayRecord>;
const bothSums = v.strictObject({ payments: moneySumSchema, refunds: moneySumSchema });
const flowSums = v.strictObject(v.entriesFromList(FLOW_MONEY, number));
export const reconciliationDayModel = storedModel<ReconciliationDayRecord>(
  'ReconciliationDay',
  'reconciliation_days',
)({
  _id: objectId,
  revision: number,
  day: text,
  state: v.picklist(RECONCILIATION_STATES),
  ours: v.nullable(bothSums),
  theirs: v.nullable(bothSums),
  billSha1: textOrNull,
  flow: v.optional(v.nullable(v.strictObject({ traded: flowSums, moved: flowSums, sha1: textOrNull }))),
  differences: v.array(
    v.strictObject({
      id: text,
      about: v.picklist(RECONCILED_MONEY),
      kind: v.picklist(DIFFERENCE_KINDS),
      outTradeNo: text,
      outRefundNo: textOrNull,
      orderId: textOrNull,
      orderNumber: textOrNull,
      ourFen: v.nullable(number),
      theirFen: v.nullable(number),
      ourState: v.picklist(OUR_MONEY_STATES),
      theirState: textOrNull,
      settlement: v.nullable(v.strictObject({ note: text, by: text, at: date })),
    }),
  ),
  differenceCount: number,
  billedBesides: v.array(v.strictObject({ about: v.picklist(RECONCILED_MONEY), outTradeNo: text })),
  paidOnOtherDay: texts,
  comparedAt: dateOrNull,
  closedBy: textOrNull,
  outbox: storedOutbox,
});

export const openDifferences = ({ differences }: Pick<ReconciliationDayRecord, 'differences'>): StoredDifference[] =>
  differences.filter(({ settlement }) => settlement === null);

/** How a day stands by its differences: settled is what a person has answered for, all of it. */
export function stateBy(found: Pick<ReconciliationDayRecord, 'differences' | 'differenceCount'>): ReconciliationState {
  if (found.differenceCount === 0) {
    return 'matched';
  }
  const isSettled = openDifferences(found).length === 0 && found.differenceCount === found.differences.length;
  return isSettled ? 'settled' : 'differs';
}
