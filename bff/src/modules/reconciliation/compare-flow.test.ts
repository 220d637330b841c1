import type { FlowRow } from '../../ports/fund-flow-bill';
import type { BillRow } from '../../ports/trade-bill';
import { compareFlow } from './compare-flow';

const PRICE = 26_000;
const FEE = 156;
const paid: BillRow = {
  outTradeNo: 'GOV-1-1-aa',
  transactionId: '4200000001',
  state: 'SUCCESS',
  amountFen: PRICE,
  settledFen: PRICE,
  feeFen: FEE,
  refund: null,
};
const refunded = (status = 'SUCCESS'): BillRow => ({
  ...paid,
  state: 'REFUND',
  amountFen: 0,
  settledFen: 0,
  feeFen: -FEE,
  refund: { outRefundNo: 'GOV-1-1-aa-R', amountFen: PRICE, returnedFen: PRICE, status },
});
const came = (kind: FlowRow['kind'], amountFen: number): FlowRow => ({ kind, isIncome: true, amountFen });
const went = (kind: FlowRow['kind'], amountFen: number): FlowRow => ({ kind, isIncome: false, amountFen });
const found = (trades: BillRow[], flow: FlowRow[]) =>
  compareFlow(trades, flow).differences.map(({ about, ourFen, theirFen }) => [about, ourFen, theirFen]);

it('a payment comes whole and its fee goes', () => {
  expect(compareFlow([paid], [came('trade', PRICE), went('fee', FEE)])).toEqual({
    traded: { 'flow-payments': PRICE, 'flow-refunds': 0, 'flow-fees': FEE },
    moved: { 'flow-payments': PRICE, 'flow-refunds': 0, 'flow-fees': FEE },
    differences: [],
  });
});

it('a refund goes without the fee that comes back, in one row or in two', () => {
  expect(found([refunded()], [went('refund', PRICE - FEE)])).toEqual([]);
  expect(found([refunded()], [went('refund', PRICE), came('fee', FEE)])).toEqual([]);
  expect(found([refunded('PROCESSING')], [went('refund', PRICE - FEE)])).toEqual([]);
});

it('of a refund that failed nothing has gone, or it has come again', () => {
  expect(found([refunded('FAIL')], [])).toEqual([]);
  expect(found([refunded('FAIL')], [went('refund', PRICE - FEE), came('refund', PRICE - FEE)])).toEqual([]);
});

it('what a coupon of the merchant paid does not come', () => {
  expect(found([{ ...paid, settledFen: 25_000, feeFen: 150 }], [came('trade', 25_000), went('fee', 150)])).toEqual([]);
});

it('money that is paid out to the bank is no difference', () => {
  expect(found([], [went('other', 1_000_000)])).toEqual([]);
});

it.each([
  ['another fee', [came('trade', PRICE), went('fee', FEE + 1)], [['flow-fees', FEE, FEE + 1]]],
  [
    'a payment that did not come',
    [],
    [
      ['flow-payments', PRICE, 0],
      ['flow-fees', FEE, 0],
    ],
  ],
  ['money that nobody paid', [came('trade', PRICE * 2), went('fee', FEE)], [['flow-payments', PRICE, PRICE * 2]]],
  [
    'money that nobody sent back',
    [came('trade', PRICE), went('fee', FEE), went('refund', 9)],
    [['flow-refunds', 0, 9]],
  ],
] as const)('%s is a difference', (_what, flow, differences) => {
  expect(found([paid], [...flow])).toEqual(differences);
});

it('is the same difference as long as its sums are the same', () => {
  const idOf = (fee: number) => compareFlow([paid], [came('trade', PRICE), went('fee', fee)]).differences[0]?.id;
  expect(idOf(FEE + 1)).toBe(idOf(FEE + 1));
  expect(idOf(FEE + 1)).not.toBe(idOf(FEE + 2));
});
