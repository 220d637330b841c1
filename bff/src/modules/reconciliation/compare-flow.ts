import { createHash } from 'node:crypto';
import { FLOW_MONEY, type FlowMoney, type FlowSums } from '@acceptance/shared';
import type { FlowRow } from '../../ports/fund-flow-bill';
import type { BillRow } from '../../ports/trade-bill';
import { type Difference, REFUND_FAILED } from './compare-day';

/** Sums of one day in both bills of WeChat Pay: what was traded, and what it did to the merchant's account. */
export interface FlowComparison {
  readonly traded: FlowSums;
  readonly moved: FlowSums;
  readonly differences: readonly Difference[];
}

const sumBy = <Row>(rows: readonly Row[], fenOf: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + fenOf(row), 0);

/** What by the trade bill should have come and gone. The fee of a refund comes back and is no fee of the day: less goes out. */
function tradedSums(rows: readonly BillRow[]): FlowSums {
  const payments = rows.filter(({ refund, state }) => !refund && state === 'SUCCESS');
  const refunds = rows.filter(({ refund }) => refund && refund.status !== REFUND_FAILED);
  return {
    'flow-payments': sumBy(payments, ({ settledFen }) => settledFen),
    'flow-refunds': sumBy(refunds, ({ refund, feeFen }) => (refund?.returnedFen ?? 0) + feeFen),
    'flow-fees': sumBy(payments, ({ feeFen }) => feeFen),
  };
}

/** What came and went. A fee that comes back as a row of its own, or a refund that does, belongs to the refunds. */
function movedSums(rows: readonly FlowRow[]): FlowSums {
  const sumOf = (kind: FlowRow['kind'], isIncome: boolean): number =>
    sumBy(
      rows.filter((row) => row.kind === kind && row.isIncome === isIncome),
      ({ amountFen }) => amountFen,
    );
  return {
    'flow-payments': sumOf('trade', true) - sumOf('trade', false),
    'flow-refunds': sumOf('refund', false) - sumOf('refund', true) - sumOf('fee', true),
    'flow-fees': sumOf('fee', false),
  };
}

function difference(about: FlowMoney, traded: number, moved: number): Difference {
  return {
    id: createHash('sha256').update([about, traded, moved].join('|')).digest('hex').slice(0, 24),
    about,
    kind: 'other-amount',
    outTradeNo: '',
    outRefundNo: null,
    orderId: null,
    orderNumber: null,
    ourFen: traded,
    theirFen: moved,
    ourState: 'none',
    theirState: null,
  };
}

/** Compares the two bills, sum by sum. */
export function compareFlow(trades: readonly BillRow[], flow: readonly FlowRow[]): FlowComparison {
  const traded = tradedSums(trades);
  const moved = movedSums(flow);
  const differing = FLOW_MONEY.filter((about) => traded[about] !== moved[about]);
  return { traded, moved, differences: differing.map((about) => difference(about, traded[about], moved[about])) };
}
