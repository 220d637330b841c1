import type { FlowSums, MoneySums, ReconciliationState } from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { OutboxEntry } from '../../database/outbox';
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

const { Mixed } = Schema.Types;
const daySchema = new Schema<ReconciliationDayRecord>(
  {
    revision: Number,
    day: String,
    state: String,
    ours: Mixed,
    theirs: Mixed,
    billSha1: String,
    flow: Mixed,
    differences: [Mixed],
    differenceCount: Number,
    billedBesides: [Mixed],
    paidOnOtherDay: [String],
    comparedAt: Date,
    closedBy: String,
    outbox: [Mixed],
  },
  { versionKey: false, collection: 'reconciliation_days', minimize: false },
);

export type ReconciliationDayModel = Model<ReconciliationDayRecord>;
export const reconciliationDayModel = (connection: Connection): ReconciliationDayModel =>
  connection.model<ReconciliationDayRecord>('ReconciliationDay', daySchema);

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
