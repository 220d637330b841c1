import { createHash } from 'node:crypto';
import type { DifferenceKind, MoneySums, OurMoneyState, ReconciledMoney } from '@acceptance/shared';
import type { BillRefund, BillRow } from '../../ports/trade-bill';
import { type PaymentAttempt, receivedOf } from '../orders';
import { isOfDay } from './money-days';

/** A payment attempt with the order that it stands in. */
export interface OurAttempt {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly attempt: PaymentAttempt;
}

export interface Difference {
  /** The same as long as it is the same difference: what a person has noted of it stays with it. */
  readonly id: string;
  readonly about: ReconciledMoney;
  readonly kind: DifferenceKind;
  readonly outTradeNo: string;
  readonly outRefundNo: string | null;
  readonly orderId: string | null;
  readonly orderNumber: string | null;
  readonly ourFen: number | null;
  readonly theirFen: number | null;
  readonly ourState: OurMoneyState;
  readonly theirState: string | null;
}

/** Money by what it is and the number of its payment. */
export interface NamedMoney {
  readonly about: ReconciledMoney;
  readonly outTradeNo: string;
}

export interface Comparison {
  readonly ours: MoneySums;
  readonly theirs: MoneySums;
  readonly differences: readonly Difference[];
  /** What fits the bill, though our books do not say that it was that day: made at the merchant platform, booked by hand. */
  readonly billedBesides: readonly NamedMoney[];
}

export interface DayOfMoney {
  readonly day: string;
  readonly rows: readonly BillRow[];
  /** All that the bill names, and all that by our books came or went back on that day. */
  readonly attempts: readonly OurAttempt[];
  /** Numbers of payments of which the gateway has signed that they came on another day. */
  readonly paidOnOtherDay?: ReadonlySet<string>;
}

type Refund = BillRow & { readonly refund: BillRefund };

/** How a refund stands that has moved no money (退款状态). */
export const REFUND_FAILED = 'FAIL';
const RETURNS: readonly OurMoneyState[] = ['refunding', 'refunded'];

/** What our books say of an attempt's money. */
export function ourStateOf({ status, signedState }: PaymentAttempt): OurMoneyState {
  switch (status) {
    case 'paid':
    case 'refunding':
    case 'refunded':
      return status;
    default:
      return signedState === 'SUCCESS' || signedState === 'REFUND' ? 'doubted' : 'unpaid';
  }
}

/** Whether our books know that the money came. */
export const hasCome = (attempt: PaymentAttempt): boolean => ourStateOf(attempt) !== 'unpaid';
export const hasGoneBack = (attempt: PaymentAttempt): boolean => RETURNS.includes(ourStateOf(attempt));

/** Attempts of long ago may have been paid otherwise; no bill of WeChat Pay has those. */
const isByWechat = ({ channel }: PaymentAttempt): boolean => channel.startsWith('wechat-');

/** Money that came on that day by our books. */
export const isPaymentOf = (day: string, { attempt }: OurAttempt): boolean =>
  isByWechat(attempt) && hasCome(attempt) && isOfDay(attempt.paidAt, day);
/** Money that was sent back on that day by our books. What went back at the merchant platform has no number of ours. */
export const isRefundOf = (day: string, { attempt }: OurAttempt): boolean =>
  isByWechat(attempt) && hasGoneBack(attempt) && attempt.outRefundNo !== null && isOfDay(attempt.refundAcceptedAt, day);

const isRefund = (row: BillRow): row is Refund => row.refund !== null;

function difference(about: ReconciledMoney, kind: DifferenceKind, row: BillRow | null, ours: OurAttempt | null) {
  const outTradeNo = row?.outTradeNo ?? ours?.attempt.outTradeNo ?? '';
  const refundNo = row?.refund?.outRefundNo ?? ours?.attempt.outRefundNo ?? null;
  const outRefundNo = about === 'refund' ? refundNo : null;
  const theirFen = (about === 'refund' ? row?.refund?.amountFen : row?.amountFen) ?? null;
  // Of a refund that is not in our books there is no amount of ours, though the payment has one.
  const isOurs = ours !== null && kind !== 'missing-at-ours';
  const found = {
    about,
    kind,
    outTradeNo,
    outRefundNo,
    orderId: ours?.orderId ?? null,
    orderNumber: ours?.orderNumber ?? null,
    ourFen: isOurs ? receivedOf(ours.attempt) : null,
    theirFen,
    ourState: ours ? ourStateOf(ours.attempt) : ('none' as const),
    theirState: (about === 'refund' ? row?.refund?.status : row?.state) ?? null,
  };
  const id = createHash('sha256')
    .update([about, kind, outTradeNo, outRefundNo, found.ourFen, theirFen].join('|'))
    .digest('hex')
    .slice(0, 24);
  return { id, ...found } satisfies Difference;
}

/** What of a row of money that came is not as in our books; null: nothing. */
function judgePayment(row: BillRow, ours: OurAttempt | null): DifferenceKind | null {
  if (!ours || !hasCome(ours.attempt)) {
    return 'missing-at-ours';
  }
  if (row.amountFen !== receivedOf(ours.attempt)) {
    return 'other-amount';
  }
  return row.state !== 'SUCCESS' || ourStateOf(ours.attempt) === 'doubted' ? 'other-state' : null;
}

/**
 * The same of a row of money that went back. The bill shows a refund as it was when the bill was made, so that one which has
 * ended since is no difference.
 */
function judgeRefund({ refund }: Refund, ours: OurAttempt | null): DifferenceKind | null {
  const isOurs = ours?.attempt.outRefundNo === refund.outRefundNo;
  if (refund.status === REFUND_FAILED) {
    // Another try has taken its place, or it was nobody's: no money moved.
    return isOurs && ours && hasGoneBack(ours.attempt) ? 'other-state' : null;
  }
  if (!ours || !hasGoneBack(ours.attempt)) {
    return isOurs ? 'other-state' : 'missing-at-ours';
  }
  if (refund.amountFen === receivedOf(ours.attempt)) {
    // Under another number it is one that was made at the merchant platform, or an earlier try.
    return isOurs || ours.attempt.status === 'refunded' ? null : 'missing-at-ours';
  }
  return isOurs ? 'other-amount' : 'missing-at-ours';
}

function sumOf(amounts: readonly (number | null)[]) {
  const known = amounts.filter((amount): amount is number => amount !== null);
  return { count: known.length, fen: known.reduce((sum, fen) => sum + fen, 0) };
}

interface Judged extends NamedMoney {
  /** Our books know that it was that day. */
  readonly isOfDay: boolean;
  readonly ourFen: number | null;
  readonly theirFen: number | null;
  readonly difference: Difference | null;
}

const isOurs = (day: string, about: ReconciledMoney, ours: OurAttempt): boolean =>
  about === 'refund' ? isRefundOf(day, ours) : isPaymentOf(day, ours);

function judgeRow(day: string, row: BillRow, ours: OurAttempt | null): Judged {
  const about = isRefund(row) ? 'refund' : 'payment';
  const kind = isRefund(row) ? judgeRefund(row, ours) : judgePayment(row, ours);
  const isMoney = isRefund(row) ? row.refund.status !== REFUND_FAILED : row.state === 'SUCCESS';
  return {
    about,
    outTradeNo: row.outTradeNo,
    isOfDay: ours !== null && isOurs(day, about, ours),
    ourFen: ours && isMoney && kind !== 'missing-at-ours' ? receivedOf(ours.attempt) : null,
    theirFen: isMoney ? (row.refund?.amountFen ?? row.amountFen) : null,
    difference: kind && difference(about, kind, row, ours),
  };
}

const missed = (about: ReconciledMoney, ours: OurAttempt): Judged => ({
  about,
  outTradeNo: ours.attempt.outTradeNo,
  isOfDay: true,
  ourFen: receivedOf(ours.attempt),
  theirFen: null,
  difference: difference(about, 'missing-at-theirs', null, ours),
});

/** Row by row, then what the bill lacks. */
function judgeAll({ day, rows, attempts, paidOnOtherDay }: DayOfMoney) {
  const byNumber = new Map(attempts.map((ours) => [ours.attempt.outTradeNo, ours]));
  const payments = rows.filter((row) => !isRefund(row));
  const refunds = rows.filter(isRefund);
  const paidNumbers = new Set(payments.map(({ outTradeNo }) => outTradeNo));
  const refundNumbers = new Set(refunds.map(({ refund }) => refund.outRefundNo));
  const judge = (row: BillRow) => judgeRow(day, row, byNumber.get(row.outTradeNo) ?? null);
  const unbilled = attempts.filter(
    (ours) =>
      isPaymentOf(day, ours) &&
      !paidNumbers.has(ours.attempt.outTradeNo) &&
      !paidOnOtherDay?.has(ours.attempt.outTradeNo),
  );
  const unreturned = attempts.filter(
    (ours) => isRefundOf(day, ours) && !refundNumbers.has(ours.attempt.outRefundNo ?? ''),
  );
  return {
    payments: [...payments.map(judge), ...unbilled.map((ours) => missed('payment', ours))],
    refunds: [...refunds.map(judge), ...unreturned.map((ours) => missed('refund', ours))],
  };
}

/**
 * Compares the bill of a day with our books. A payment belongs to the day on which it succeeded, a refund to that on which
 * WeChat Pay took it on (交易账单文件格式说明).
 */
export function compareDay(money: DayOfMoney): Comparison {
  const { payments, refunds } = judgeAll(money);
  const sums = (side: 'ourFen' | 'theirFen'): MoneySums => ({
    payments: sumOf(payments.map((judged) => judged[side])),
    refunds: sumOf(refunds.map((judged) => judged[side])),
  });
  const all = [...payments, ...refunds];
  const found = all.flatMap(({ difference: one }) => (one ? [one] : []));
  return {
    ours: sums('ourFen'),
    theirs: sums('theirFen'),
    differences: [...new Map(found.map((one) => [one.id, one])).values()],
    billedBesides: all
      .filter((one) => !one.difference && !one.isOfDay && one.ourFen !== null)
      .map(({ about, outTradeNo }) => ({ about, outTradeNo })),
  };
}
