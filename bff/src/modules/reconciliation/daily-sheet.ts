import { Readable } from 'node:stream';
import {
  type BankSums,
  DIFFERENCE_KIND_LABELS,
  ENTRY_BANK_LABELS,
  ENTRY_STATE_LABELS,
  FLOW_MONEY,
  type MoneySum,
  OUR_MONEY_STATE_LABELS,
  RECONCILED_MONEY_LABELS,
  RECONCILIATION_STATE_LABELS,
  type ReconciledMoney,
} from '@acceptance/shared';
import { BYTE_ORDER_MARK, csvLine, digitsAsText, yuan } from '../../http/csv-line';
import { type BankEntryModel, type BankEntryRecord, bankSumsOfDay, bookedParts, entriesOfDay } from '../bank-transfers';
import { type OrderModel, receivedOf } from '../orders';
import { isPaymentOf, isRefundOf, type OurAttempt, ourStateOf } from './compare-day';
import { attemptsNamed, moneyOfDay } from './our-money';
import type { ReconciliationDayRecord, StoredDifference } from './reconciliation-day.model';

export interface SheetDependencies {
  readonly orders: OrderModel;
  readonly bankEntries: BankEntryModel;
}

/** One line; amounts are fen, null where there is none. */
interface Line {
  readonly what: string;
  readonly orderNumber?: string | null;
  readonly number?: string | null;
  readonly otherNumber?: string | null;
  readonly transactionId?: string | null;
  readonly ourFen?: number | null;
  readonly theirFen?: number | null;
  readonly outcome?: string;
  readonly note?: string | null;
}

const money = (fen: number | null | undefined): string => (fen === null || fen === undefined ? '' : yuan(fen));
const text = (value: string | null | undefined): string => digitsAsText(value ?? '');

const COLUMNS: readonly (readonly [heading: string, field: (line: Line) => string])[] = [
  ['类别', ({ what }) => what],
  ['申请编号', ({ orderNumber }) => orderNumber ?? ''],
  ['商户订单号', ({ number }) => text(number)],
  ['退款单号或银行流水号', ({ otherNumber }) => text(otherNumber)],
  ['微信支付订单号', ({ transactionId }) => text(transactionId)],
  ['系统金额（元）', ({ ourFen }) => money(ourFen)],
  ['账单金额（元）', ({ theirFen }) => money(theirFen)],
  ['结果', ({ outcome }) => outcome ?? ''],
  ['处理结果', ({ note }) => note ?? ''],
];

const lineOf = (line: Line): string => csvLine(COLUMNS.map(([, field]) => field(line)));

const wordsOf = ({ kind, ourState }: StoredDifference): string =>
  kind === 'other-state'
    ? `${DIFFERENCE_KIND_LABELS[kind]}：${OUR_MONEY_STATE_LABELS[ourState]}`
    : DIFFERENCE_KIND_LABELS[kind];

const keyOf = (about: ReconciledMoney, outTradeNo: string): string => `${about}|${outTradeNo}`;

const differenceLine = (one: StoredDifference): Line => ({
  what: RECONCILED_MONEY_LABELS[one.about],
  orderNumber: one.orderNumber,
  number: one.outTradeNo,
  otherNumber: one.outRefundNo,
  ourFen: one.ourFen,
  theirFen: one.theirFen,
  outcome: wordsOf(one),
  note: one.settlement?.note ?? null,
});

/** Money of ours that is no difference: as it stands in the bill, if there is one. */
function ourLine(about: ReconciledMoney, { orderNumber, attempt }: OurAttempt, record: ReconciliationDayRecord): Line {
  const isElsewhere = about === 'payment' && record.paidOnOtherDay.includes(attempt.outTradeNo);
  const isBilled = record.theirs !== null && !isElsewhere;
  const ofBill = isElsewhere ? '对账单在另一天' : RECONCILIATION_STATE_LABELS[isBilled ? 'matched' : 'waiting'];
  return {
    what: RECONCILED_MONEY_LABELS[about],
    orderNumber,
    number: attempt.outTradeNo,
    otherNumber: about === 'refund' ? attempt.outRefundNo : null,
    transactionId: attempt.transactionId,
    ourFen: receivedOf(attempt),
    theirFen: isBilled ? receivedOf(attempt) : null,
    outcome: `${ofBill}（${OUR_MONEY_STATE_LABELS[ourStateOf(attempt)]}）`,
  };
}

async function* ours({ orders }: SheetDependencies, record: ReconciliationDayRecord): AsyncGenerator<Line> {
  const { day, differences, billedBesides } = record;
  const differing = new Set(differences.map(({ about, outTradeNo }) => keyOf(about, outTradeNo)));
  for await (const found of moneyOfDay(orders, day)) {
    const { outTradeNo } = found.attempt;
    if (isPaymentOf(day, found) && !differing.has(keyOf('payment', outTradeNo))) {
      yield ourLine('payment', found, record);
    }
    if (isRefundOf(day, found) && !differing.has(keyOf('refund', outTradeNo))) {
      yield ourLine('refund', found, record);
    }
  }
  const named = new Map((await attemptsNamed(orders, billedBesides)).map((found) => [found.attempt.outTradeNo, found]));
  for (const { about, outTradeNo } of billedBesides) {
    const found = named.get(outTradeNo);
    if (found) {
      yield ourLine(about, found, record);
    }
  }
}

const BANK = '银行到账';

function* bankLines(entry: BankEntryRecord): Generator<Line> {
  const bank = ENTRY_BANK_LABELS[entry.bank];
  for (const { orderNumber, amountFen } of bookedParts(entry)) {
    yield {
      what: BANK,
      orderNumber,
      otherNumber: entry.reference,
      ourFen: amountFen,
      theirFen: amountFen,
      outcome: `${bank}：已入账`,
    };
  }
  if (entry.remainingFen > 0) {
    const outcome = `${bank}：${ENTRY_STATE_LABELS[entry.state]}`;
    yield { what: BANK, otherNumber: entry.reference, theirFen: entry.remainingFen, outcome };
  }
}

const sumLine = (what: string, ours: MoneySum | null, theirs: MoneySum | null, outcome = ''): Line => {
  const counted = [ours && `系统 ${ours.count} 笔`, theirs && `账单 ${theirs.count} 笔`].filter(Boolean).join('，');
  return { what, ourFen: ours?.fen ?? null, theirFen: theirs?.fen ?? null, outcome: outcome || counted };
};

/** Both bills of WeChat Pay, sum by sum. */
function flowLines({ flow }: ReconciliationDayRecord): Line[] {
  if (!flow) {
    return [];
  }
  return FLOW_MONEY.map((about) => {
    const [ourFen, theirFen] = [flow.traded[about], flow.moved[about]];
    const outcome = ourFen === theirFen ? '与交易账单一致' : '与交易账单不同，“系统金额”一列是交易账单的';
    return { what: `合计：${RECONCILED_MONEY_LABELS[about]}`, ourFen, theirFen, outcome };
  });
}

function sumLines(record: ReconciliationDayRecord, bank: BankSums): Line[] {
  const { ours: mine, theirs } = record;
  return [
    sumLine('合计：收款', mine?.payments ?? null, theirs?.payments ?? null),
    sumLine('合计：退款', mine?.refunds ?? null, theirs?.refunds ?? null),
    ...flowLines(record),
    sumLine('合计：银行到账', bank.booked, bank.entries),
    sumLine('其中：未入账', null, bank.open),
  ];
}

async function* sheet(needs: SheetDependencies, record: ReconciliationDayRecord): AsyncGenerator<string> {
  const { bankEntries } = needs;
  const { day, state } = record;
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(([heading]) => heading));
  for await (const line of ours(needs, record)) {
    yield lineOf(line);
  }
  for (const one of record.differences) {
    yield lineOf(differenceLine(one));
  }
  for await (const entry of entriesOfDay(bankEntries, day)) {
    yield* [...bankLines(entry)].map(lineOf);
  }
  yield* sumLines(record, await bankSumsOfDay(bankEntries, day)).map(lineOf);
  yield lineOf({ what: `${day}：${RECONCILIATION_STATE_LABELS[state]}` });
}

/** A day's money for finance's own books: line by line, what differs, sums. Numbers and amounts, nobody's name. */
export const dailySheet = (needs: SheetDependencies, record: ReconciliationDayRecord): Readable =>
  Readable.from(sheet(needs, record));
