import type { BillRow } from '../../ports/trade-bill';
import type { PaymentAttempt } from '../orders';
import { type Comparison, compareDay, type OurAttempt } from './compare-day';

const DAY = '2026-11-22';
const at = (text: string) => new Date(`${text}+08:00`);
const NOON = at(`${DAY}T12:00:00`);
const PRICE = 26_000;

function ours(changes: Partial<PaymentAttempt> = {}, orderNumber = 'GOV-1'): OurAttempt {
  const attempt = {
    outTradeNo: `${orderNumber}-1-aa`,
    channel: 'wechat-jsapi',
    status: 'paid',
    amountFen: PRICE,
    signedState: 'SUCCESS',
    paidAt: NOON,
    outRefundNo: null,
    anomaly: null,
    ...changes,
  } as PaymentAttempt;
  return { orderId: '0123456789abcdef01234567', orderNumber, attempt };
}
const refunded = (changes: Partial<PaymentAttempt> = {}) =>
  ours({ status: 'refunded', outRefundNo: 'GOV-1-1-aa-R', refundAcceptedAt: NOON, ...changes });

const paidRow = (changes: Partial<BillRow> = {}): BillRow => ({
  outTradeNo: 'GOV-1-1-aa',
  transactionId: '4200000001',
  state: 'SUCCESS',
  amountFen: PRICE,
  settledFen: PRICE,
  feeFen: 156,
  refund: null,
  ...changes,
});
const refundRow = (changes: Partial<NonNullable<BillRow['refund']>> = {}, row: Partial<BillRow> = {}): BillRow =>
  paidRow({
    state: 'REFUND',
    amountFen: 0,
    refund: { outRefundNo: 'GOV-1-1-aa-R', amountFen: PRICE, returnedFen: PRICE, status: 'SUCCESS', ...changes },
    ...row,
  });

const compare = (attempts: OurAttempt[], rows: BillRow[], paidOnOtherDay: string[] = []) =>
  compareDay({ day: DAY, attempts, rows, paidOnOtherDay: new Set(paidOnOtherDay) });
const kindsOf = ({ differences }: Comparison) => differences.map(({ about, kind }) => `${about} ${kind}`);
const sum = (count: number, fen = count * PRICE) => ({ count, fen });

it('a payment and its refund on one day are two rows; both fit, with the same sums on both sides', () => {
  const compared = compare([refunded()], [paidRow(), refundRow()]);
  expect(compared).toMatchObject({ differences: [], billedBesides: [] });
  expect(compared.ours).toEqual({ payments: sum(1), refunds: sum(1) });
  expect(compared.theirs).toEqual(compared.ours);
});

it('a day without money fits a bill without rows', () => {
  expect(compare([], []).differences).toEqual([]);
});

it.each([
  ['at the first moment of the day', at(`${DAY}T00:00:00`), ['payment missing-at-theirs']],
  ['at its last', at(`${DAY}T23:59:59`), ['payment missing-at-theirs']],
  ['a moment later', at('2026-11-23T00:00:00'), []],
  ['before', at('2026-11-21T23:59:59'), []],
])('what was paid %s is looked for in its bill alone', (_when, paidAt, kinds) => {
  expect(kindsOf(compare([ours({ paidAt })], []))).toEqual(kinds);
});

it('a refund of the next day is looked for in the bill of the next day, its payment in that of its own', () => {
  const order = refunded({ refundAcceptedAt: at('2026-11-23T09:00:00') });
  const today = compare([order], [paidRow()]);
  expect(today.differences).toEqual([]);
  expect(today.ours).toEqual({ payments: sum(1), refunds: sum(0) });
  const tomorrow = compareDay({ day: '2026-11-23', attempts: [order], rows: [refundRow()] });
  expect(tomorrow.differences).toEqual([]);
  expect(tomorrow.ours).toEqual({ payments: sum(0), refunds: sum(1) });
  expect(kindsOf(compareDay({ day: '2026-11-23', attempts: [order], rows: [] }))).toEqual(['refund missing-at-theirs']);
});

describe('what differs', () => {
  it.each<[string, OurAttempt[], BillRow[], string[]]>([
    ['a payment of no order', [], [paidRow()], ['payment missing-at-ours']],
    [
      'a payment that we never heard of',
      [ours({ status: 'closed', signedState: 'CLOSED', paidAt: null })],
      [paidRow()],
      ['payment missing-at-ours'],
    ],
    [
      'a payment twice in the bill of another number',
      [ours()],
      [paidRow(), paidRow({ outTradeNo: 'X' })],
      ['payment missing-at-ours'],
    ],
    ['another amount', [ours()], [paidRow({ amountFen: PRICE + 1 })], ['payment other-amount']],
    [
      'another amount that we have seen, too: it came and is not booked',
      [ours({ status: 'open', receivedFen: PRICE + 1, anomaly: 'amount-differs' })],
      [paidRow({ amountFen: PRICE + 1 })],
      ['payment other-state'],
    ],
    ['a payment that was revoked', [ours()], [paidRow({ state: 'REVOKED' })], ['payment other-state']],
    ['a state that nobody knows', [ours()], [paidRow({ state: 'UNKNOWN' })], ['payment other-state']],
    ['a refund of no order', [], [refundRow()], ['refund missing-at-ours']],
    [
      'a refund that we never made',
      [ours()],
      [paidRow(), refundRow({ outRefundNo: '5030000001' })],
      ['refund missing-at-ours'],
    ],
    [
      'a part refunded at the platform',
      [refunded({ outRefundNo: null, paidAt: at('2026-11-20T09:00:00') })],
      [refundRow({ outRefundNo: '503', amountFen: 99 })],
      ['refund missing-at-ours'],
    ],
    ['a refund of another amount', [refunded()], [paidRow(), refundRow({ amountFen: 1 })], ['refund other-amount']],
    [
      'a refund that moved no money and that we count as done',
      [refunded()],
      [paidRow(), refundRow({ status: 'FAIL' })],
      ['refund other-state'],
    ],
    ['a refund that the bill lacks', [refunded()], [paidRow()], ['refund missing-at-theirs']],
  ])('%s', (_what, attempts, rows, kinds) => {
    expect(kindsOf(compare(attempts, rows))).toEqual(kinds);
  });

  it('names both amounts, numbers and states, and no person', () => {
    const [found] = compare([refunded()], [paidRow(), refundRow({ amountFen: 1 })]).differences;
    expect(found).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      about: 'refund',
      kind: 'other-amount',
      outTradeNo: 'GOV-1-1-aa',
      outRefundNo: 'GOV-1-1-aa-R',
      orderId: '0123456789abcdef01234567',
      orderNumber: 'GOV-1',
      ourFen: PRICE,
      theirFen: 1,
      ourState: 'refunded',
      theirState: 'SUCCESS',
    });
  });

  it('keeps its id while it is the same, and has another with another amount', () => {
    const idOf = (amountFen: number) => compare([ours()], [paidRow({ amountFen })]).differences[0]?.id;
    expect(idOf(1)).toBe(idOf(1));
    expect(idOf(1)).not.toBe(idOf(2));
  });

  it('stands in the sums of its side alone', () => {
    const compared = compare([ours({}, 'GOV-2')], [paidRow()]);
    expect(kindsOf(compared)).toEqual(['payment missing-at-ours', 'payment missing-at-theirs']);
    expect([compared.ours.payments, compared.theirs.payments]).toEqual([sum(1), sum(1)]);
    expect(compare([], [paidRow()]).ours.payments).toEqual(sum(0));
  });
});

describe('what is no difference', () => {
  it.each<[string, OurAttempt, BillRow[]]>([
    ['a refund under way that the bill shows as done', refunded({ status: 'refunding' }), [paidRow(), refundRow()]],
    ['a refund done that the bill shows under way', refunded(), [paidRow(), refundRow({ status: 'PROCESSING' })]],
    [
      'a try that failed before another took its place',
      refunded({ outRefundNo: 'GOV-1-1-aa-R2' }),
      [paidRow(), refundRow({ status: 'FAIL' }), refundRow({ outRefundNo: 'GOV-1-1-aa-R2' })],
    ],
    [
      'money that was never ours and never moved',
      ours(),
      [paidRow(), refundRow({ outRefundNo: '503', status: 'FAIL' })],
    ],
  ])('%s', (_what, one, rows) => {
    expect(compare([one], rows).differences).toEqual([]);
  });

  it('money of long ago that did not come by WeChat Pay', () => {
    const channel = 'bank-transfer' as PaymentAttempt['channel'];
    expect(compare([refunded({ channel })], []).differences).toEqual([]);
  });

  it('a payment that came on another day, as the gateway has signed', () => {
    const compared = compare([ours()], [], ['GOV-1-1-aa']);
    expect(compared.differences).toEqual([]);
    expect(compared.ours.payments).toEqual(sum(0));
  });

  it('all of a payment refunded at the merchant platform, under a number of its own: it is named beside', () => {
    const compared = compare(
      [refunded({ outRefundNo: null, paidAt: at('2026-11-20T09:00:00') })],
      [refundRow({ outRefundNo: '503' })],
    );
    expect(compared).toMatchObject({ differences: [], billedBesides: [{ about: 'refund', outTradeNo: 'GOV-1-1-aa' }] });
    expect(compared.ours.refunds).toEqual(sum(1));
  });
});
