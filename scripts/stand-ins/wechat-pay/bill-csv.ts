import { chinaTime } from './china-time';
import { couponRefund } from './coupon';
import type { Refund, Transaction } from './pay-state';

/** One row: money that came, or, with `refund`, money that goes back. */
export interface BillLine {
  transaction: Transaction;
  refund?: Refund;
  /** ISO 8601 */
  at: string;
  /** The faults bill-other-amount and flow-other-fee. */
  extraFen?: number;
}

const HEADING =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const SUMMARY = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';
const FEE_PER_MILLE = 6;
const RATE = '0.60%';

const REFUND_WORDS: Record<Refund['status'], string> = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  ABNORMAL: 'CHANGE',
  CLOSED: 'FAIL',
};

export const yuan = (fen: number): string => (fen / 100).toFixed(2);
const fee = (fen: number): string => ((fen * FEE_PER_MILLE) / 100_000).toFixed(5);
export const row = (cells: readonly string[]): string => cells.map((cell) => `\`${cell}`).join(',');

interface Amounts {
  /** 应结订单金额: without what a coupon of the merchant's own paid. */
  settled: number;
  coupon: number;
  refunded: number;
  cashCouponRefunded: number;
  total: number;
  wanted: number;
}

function amountsOf({ transaction, refund, extraFen = 0 }: BillLine): Amounts {
  const { coupon, total } = transaction;
  const isOwn = coupon?.type === 'NOCASH';
  if (refund) {
    const ofCoupon = couponRefund(transaction, refund.refund);
    return {
      settled: 0,
      coupon: 0,
      refunded: refund.refund - (isOwn ? ofCoupon : 0),
      cashCouponRefunded: isOwn ? 0 : ofCoupon,
      total: 0,
      wanted: refund.refund + extraFen,
    };
  }
  const couponFen = coupon?.amount ?? 0;
  const settled = total - (isOwn ? couponFen : 0);
  return { settled, coupon: couponFen, refunded: 0, cashCouponRefunded: 0, total: total + extraFen, wanted: 0 };
}

/** What of a row comes to the merchant's account, or leaves it. */
export function movedFen(line: BillLine): number {
  const { settled, refunded } = amountsOf(line);
  return line.refund ? refunded : settled;
}

/** The fee of an amount, in whole fen as it is taken. */
export const feeFen = (fen: number): number => Math.round((fen * FEE_PER_MILLE) / 1000);

function lineOf(line: BillLine, merchantId: string): string {
  const { transaction, refund, at } = line;
  const amounts = amountsOf(line);
  return row([
    chinaTime(new Date(at)).slice(0, 19).replace('T', ' '),
    transaction.appId,
    merchantId,
    '0',
    '',
    transaction.transactionId ?? '',
    transaction.outTradeNo,
    transaction.openId ?? '',
    transaction.tradeType,
    refund ? 'REFUND' : 'SUCCESS',
    'OTHERS',
    'CNY',
    yuan(amounts.settled),
    yuan(amounts.coupon),
    refund?.refundId ?? '0',
    refund?.outRefundNo ?? '0',
    yuan(amounts.refunded),
    yuan(amounts.cashCouponRefunded),
    refund ? 'ORIGINAL' : '',
    refund ? REFUND_WORDS[refund.status] : '',
    transaction.description,
    transaction.attach ?? '',
    fee(amounts.settled - amounts.refunded),
    RATE,
    yuan(amounts.total),
    yuan(amounts.wanted),
    '',
  ]);
}

/** The file as WeChat Pay makes it: byte order mark, CRLF, a backtick before each value, two lines of sums at the end. */
export function billCsv(lines: readonly BillLine[], merchantId: string): string {
  const amounts = lines.map(amountsOf);
  const sum = (part: (one: Amounts) => number): number => amounts.reduce((total, one) => total + part(one), 0);
  const sums = [
    String(lines.length),
    yuan(sum(({ settled }) => settled)),
    yuan(sum(({ refunded }) => refunded)),
    yuan(sum(({ cashCouponRefunded }) => cashCouponRefunded)),
    fee(sum(({ settled, refunded }) => settled - refunded)),
    yuan(sum(({ total }) => total)),
    yuan(sum(({ wanted }) => wanted)),
  ];
  return `\uFEFF${[HEADING, ...lines.map((line) => lineOf(line, merchantId)), SUMMARY, row(sums), ''].join('\r\n')}`;
}
