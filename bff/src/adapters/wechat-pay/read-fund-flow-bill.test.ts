import { BillUnreadable } from './bill-table';
import { readFundFlowBill } from './read-fund-flow-bill';

const HEADING =
  '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号';
const SUMMARY = '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额';
const PAID =
  '`2026-11-22 10:34:56,`4200002026112200000000000001,`1900009231,`交易,`交易,`收入,`259.99,`1259.99,`system,`,`GOV-1';
const FEE =
  '`2026-11-22 10:34:57,`4200002026112200000000000001,`1900009232,`交易,`扣除交易手续费,`支出,`1.56,`1258.43,`system,`,`GOV-1';
const REFUND =
  '`2026-11-22 11:00:00,`5030002026112200000000000002,`1900009233,`退款,`退款,`支出,`258.43,`1000.00,`1900000001API,`退款总金额259.99元;含手续费1.56元,`GOV-1-R';
const PAID_OUT = '`2026-11-22 12:00:00,`1,`1900009234,`提现,`提现,`支出,`1000.00,`0.00,`system,`,`W1';

const bill = (rows: readonly string[], sums: string, heading = HEADING) =>
  Buffer.from(`\uFEFF${[heading, ...rows, SUMMARY, sums, ''].join('\r\n')}`);
const WHOLE = [PAID, FEE, REFUND, PAID_OUT];
const SUMS = '`4.0,`1.0,`259.99,`3.0,`1259.99';

test.each([HEADING, HEADING.replaceAll('（', '(').replaceAll('）', ')')])('reads what came and went', (heading) => {
  expect(readFundFlowBill(bill(WHOLE, SUMS, heading))).toEqual([
    { kind: 'trade', isIncome: true, amountFen: 25_999 },
    { kind: 'fee', isIncome: false, amountFen: 156 },
    { kind: 'refund', isIncome: false, amountFen: 25_843 },
    { kind: 'other', isIncome: false, amountFen: 100_000 },
  ]);
});

test.each([
  ['a row less than it counts', bill(WHOLE.slice(1), SUMS)],
  ['another sum', bill(WHOLE, SUMS.replace('1259.99', '1259.98'))],
  ['another number of what came', bill(WHOLE, SUMS.replace('`1.0', '`2.0'))],
  ['a column less', bill(WHOLE, SUMS, HEADING.replace('收支类型', '类型'))],
  ['a row that neither comes nor goes', bill([PAID.replace('收入', '冻结')], '`1,`0,`0.00,`0,`0.00')],
  ['no end', Buffer.from(`\uFEFF${HEADING}\r\n${PAID}\r\n`)],
])('%s: the whole bill is unreadable', (_what, bytes) => {
  expect(() => readFundFlowBill(bytes)).toThrow(BillUnreadable);
});
