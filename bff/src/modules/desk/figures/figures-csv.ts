import { Readable } from 'node:stream';
import { type DecisionCounts, type Figures, ORDER_STATUS_LABELS, REVIEW_REASON_LABELS } from '@acceptance/shared';
import { BYTE_ORDER_MARK, csvLine, yuan } from '../../../http/csv-line';

type Row = readonly (string | number)[];

const countsOf = ({ approved, returned, rejected, measured, late }: DecisionCounts): Row => [
  approved,
  returned,
  rejected,
  measured,
  late,
];
const DECISIONS: Row = ['通过', '退回', '不予通过', '可比较的决定', '其中超时'];

/** Tables one below the other, each under its name. */
function* rowsOf({ from, to, open, review, money }: Figures): Generator<Row> {
  yield ['统计', from, to];
  yield [];
  yield ['未办结（天数从最近一次提交算起）', '1 天内', '1–3 天', '3–7 天', '7 天以上'];
  for (const { status, ages } of open) {
    yield [ORDER_STATUS_LABELS[status], ages['1'], ages['3'], ages['7'], ages.more];
  }
  if (review) {
    yield [];
    yield ['审核决定', ...DECISIONS];
    yield ['全部', ...countsOf(review)];
    yield [];
    yield ['退回原因', '次数'];
    for (const { reason, count } of review.reasons) {
      yield [REVIEW_REASON_LABELS[reason], count];
    }
    for (const [heading, sums] of [['项目', review.projects] as const, ['审核员', review.reviewers] as const]) {
      yield [];
      yield [heading, ...DECISIONS];
      for (const sum of sums) {
        yield [sum.name, ...countsOf(sum)];
      }
    }
  }
  if (money) {
    yield [];
    yield ['日期', '收款笔数', '收款金额（元）', '退款笔数', '退款金额（元）'];
    for (const { day, received, receivedFen, refunded, refundedFen } of money) {
      yield [day, received, yuan(receivedFen), refunded, yuan(refundedFen)];
    }
  }
}

function* linesOf(figures: Figures): Generator<string> {
  yield BYTE_ORDER_MARK;
  for (const row of rowsOf(figures)) {
    yield csvLine(row.map(String));
  }
}

/** The figures as a table in UTF-8 (RFC 4180), for whoever keeps books in Chinese. */
export const figuresCsv = (figures: Figures): Readable => Readable.from(linesOf(figures));
