import type { FlowKind, FlowRow } from '../../ports/fund-flow-bill';
import { BillUnreadable, type Cells, fenOf, readBillTable } from './bill-table';

/** What is read of the bill (下载资金账单, account_type=BASIC). */
const COLUMNS = {
  type: '业务类型',
  direction: '收支类型',
  amount: '收支金额(元)',
} as const;

/** The heading of the two last lines: rows, then number and amount of what came, then of what went. */
const SUMMARY_COUNT = '资金流水总笔数';
const INCOME = '收入';
const EXPENSE = '支出';
const FEE = '手续费';
const KINDS: Readonly<Record<string, FlowKind>> = { 交易: 'trade', 退款: 'refund' };

function rowOf(cell: Cells<keyof typeof COLUMNS>): FlowRow {
  const direction = cell('direction');
  if (direction !== INCOME && direction !== EXPENSE) {
    throw new BillUnreadable('a row of the bill neither comes nor goes');
  }
  const type = cell('type');
  return {
    kind: type.includes(FEE) ? 'fee' : (KINDS[type] ?? 'other'),
    isIncome: direction === INCOME,
    amountFen: fenOf(cell('amount')),
  };
}

function fits(rows: readonly FlowRow[], count: string | undefined, sum: string | undefined): boolean {
  const fen = rows.reduce((total, { amountFen }) => total + amountFen, 0);
  return Number(count) === rows.length && fenOf(sum ?? '') === fen;
}

/** The rows of a fund-flow bill, whose sums are those below them. @throws BillUnreadable */
export function readFundFlowBill(bytes: Uint8Array): FlowRow[] {
  const { rows: lines, summary } = readBillTable(bytes, COLUMNS, SUMMARY_COUNT);
  const rows = lines.map(rowOf);
  const [, incomes, incomeSum, expenses, expenseSum] = summary;
  const came = rows.filter(({ isIncome }) => isIncome);
  const went = rows.filter(({ isIncome }) => !isIncome);
  if (!fits(came, incomes, incomeSum) || !fits(went, expenses, expenseSum)) {
    throw new BillUnreadable('the bill has other sums than its rows');
  }
  return rows;
}
