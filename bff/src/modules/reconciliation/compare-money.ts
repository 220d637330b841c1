import { isFlowMoney, RECONCILED_MONEY_LABELS } from '@acceptance/shared';
import { noteAct } from '../../http/act-notes';
import { JobGivenUp, type JobOutcome } from '../../jobs/job-handler';
import { openTaskEntry, settleTaskEntry } from '../../jobs/task-jobs';
import type { FlowRow } from '../../ports/fund-flow-bill';
import type { Bill, BillRow } from '../../ports/trade-bill';
import { type AskDependencies, askAbout } from './ask-about';
import { type Comparison, compareDay, type Difference } from './compare-day';
import { compareFlow } from './compare-flow';
import { ourMoney } from './our-money';
import {
  MOST_DIFFERENCES,
  openDifferences,
  type ReconciliationDayModel,
  type ReconciliationDayRecord,
  stateBy,
} from './reconciliation-day.model';

export interface CompareDependencies extends AskDependencies {
  readonly reconciliationDays: ReconciliationDayModel;
}

/** A bill is late now and then; after this a person looks. */
const PATIENCE_MS = 3 * 24 * 3_600_000;
const FIRST_PAUSE_MS = 30 * 60_000;
const LONGEST_PAUSE_MS = 3 * 3_600_000;
/** Numbers that a task names. */
const MOST_NAMED = 5;
const MOST_ROUNDS = 5;

interface Compared extends Comparison {
  readonly paidOnOtherDay: ReadonlySet<string>;
}

/** What was had of WeChat Pay; null: it says that nothing was traded, or moved. */
interface Bills {
  readonly trades: ReadyBill<BillRow> | null;
  readonly flow: ReadyBill<FlowRow> | null;
}
type ReadyBill<Row> = Extract<Bill<Row>, { state: 'ready' }>;
/** What keeps a day waiting; texts of the task about it. */
type Missing = 'bill-none' | 'bill-not-ready' | 'flow-none' | 'flow-not-ready';

/** A bill's rows beside our books; what does not fit is asked about first, once. */
async function compareWith(needs: CompareDependencies, day: string, rows: readonly BillRow[]): Promise<Compared> {
  const compare = async (paidOnOtherDay: ReadonlySet<string>) => ({
    ...compareDay({ day, rows, attempts: await ourMoney(needs.orders, day, rows), paidOnOtherDay }),
    paidOnOtherDay,
  });
  const first = await compare(new Set());
  const { asked, paidOnOtherDay } = await askAbout(needs, day, first.differences);
  return asked ? compare(paidOnOtherDay) : first;
}

/** A difference in a task: numbers, no names; of a sum, what it is and of which bill. */
const numberOf = ({ about, outRefundNo, outTradeNo }: Difference): string =>
  isFlowMoney(about) ? RECONCILED_MONEY_LABELS[about] : (outRefundNo ?? outTradeNo);

/** One task a day while something is open, and its end when nothing is. */
export function taskOfDay(record: Pick<ReconciliationDayRecord, 'day' | 'differences' | 'differenceCount'>, now: Date) {
  if (stateBy(record) !== 'differs') {
    return settleTaskEntry({ kind: 'bill-differs', outcome: 'healed' }, now);
  }
  const open = openDifferences(record);
  const numbers = open.slice(0, MOST_NAMED).map(numberOf).join('、');
  const differences = open.length + record.differenceCount - record.differences.length;
  return openTaskEntry({ kind: 'bill-differs', facts: { day: record.day, differences, numbers }, redo: null }, now);
}

/**
 * Writes what was found, with the task about it. What a person has noted of a difference that is still there is kept; of two
 * comparisons at once the later one stands.
 */
async function save(
  { reconciliationDays }: CompareDependencies,
  dayId: string,
  { ours, theirs, differences: byRow, billedBesides, paidOnOtherDay }: Compared,
  { trades, flow, at }: Bills & { readonly at: Date },
): Promise<void> {
  const { differences: bySum, ...sums } = compareFlow(trades?.rows ?? [], flow?.rows ?? []);
  // Sums first: of too many differences the last are left out.
  const differences = [...bySum, ...byRow];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const record = await reconciliationDays.findOne({ _id: dayId }).lean<ReconciliationDayRecord>();
    if (!record || (record.comparedAt && record.comparedAt > at)) {
      return;
    }
    const noted = new Map(record.differences.map(({ id, settlement }) => [id, settlement]));
    const found = {
      day: record.day,
      differences: differences
        .slice(0, MOST_DIFFERENCES)
        .map((one) => ({ ...one, settlement: noted.get(one.id) ?? null })),
      differenceCount: differences.length,
    };
    const set = {
      ...found,
      ours,
      theirs,
      billSha1: trades?.sha1 ?? null,
      flow: { ...sums, sha1: flow?.sha1 ?? null },
      billedBesides: billedBesides.slice(0, MOST_DIFFERENCES),
      paidOnOtherDay: [...paidOnOtherDay],
      state: stateBy(found),
      comparedAt: at,
      closedBy: null,
    };
    const jobs = [taskOfDay(found, at), settleTaskEntry({ kind: 'bill-not-read', outcome: 'healed' }, at)];
    const { modifiedCount } = await reconciliationDays.updateOne(
      { _id: dayId, revision: record.revision },
      { $set: set, $inc: { revision: 1 }, $push: { outbox: { $each: jobs } } },
    );
    if (modifiedCount === 1) {
      noteAct({ day: record.day, state: set.state, differences: found.differenceCount });
      return;
    }
  }
  throw new Error('the day kept changing while its comparison was written');
}

/**
 * Both bills of a day, or what is missing of them. That nothing was traded is not signed: it is believed only of a day on which we
 * have had no money either; that nothing was moved, only where nothing was traded.
 */
async function fetchBills(
  needs: CompareDependencies,
  day: string,
): Promise<{ readonly bills: Bills; readonly compared: Compared } | { readonly missing: Missing }> {
  const { paymentGateway } = needs;
  const bill = await paymentGateway.tradeBill(day);
  if (bill.state === 'not-ready') {
    return { missing: 'bill-not-ready' };
  }
  const trades = bill.state === 'ready' ? bill : null;
  const compared = await compareWith(needs, day, trades?.rows ?? []);
  if (!trades && compared.differences.length > 0) {
    return { missing: 'bill-none' };
  }
  const moved = await paymentGateway.fundFlowBill(day);
  if (moved.state === 'not-ready') {
    return { missing: 'flow-not-ready' };
  }
  const flow = moved.state === 'ready' ? moved : null;
  if (!flow && compareFlow(trades?.rows ?? [], []).differences.length > 0) {
    return { missing: 'flow-none' };
  }
  return { bills: { trades, flow }, compared };
}

/**
 * Job: compares a day with its bills. Without them it looks again, for three days.
 * @throws JobGivenUp when one is missing after that, PortError
 */
export async function compareMoney(needs: CompareDependencies, dayId: string, since: Date): Promise<JobOutcome> {
  const record = await needs.reconciliationDays.findOne({ _id: dayId }).lean<ReconciliationDayRecord>();
  if (!record) {
    return undefined;
  }
  const at = needs.now();
  const found = await fetchBills(needs, record.day);
  if ('bills' in found) {
    await save(needs, dayId, found.compared, { ...found.bills, at });
    return undefined;
  }
  const age = at.getTime() - since.getTime();
  if (age >= PATIENCE_MS) {
    throw new JobGivenUp(found.missing);
  }
  return { again: new Date(at.getTime() + Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, age / 2))) };
}
