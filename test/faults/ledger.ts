import type { OrderRecord } from '../../bff/src/modules/orders';
import type { StandIns } from '../../scripts/stand-ins';

export interface Ledger {
  /** Payments that were made at WeChat Pay. */
  readonly made: number;
  /** Those that pay an order. */
  readonly booked: number;
  /** Those whose money is back. */
  readonly returned: number;
  /** Money that came and is neither booked nor back. */
  readonly lost: readonly string[];
  /** Orders that more than one payment pays. */
  readonly doubled: readonly string[];
  /** Orders with more than one trade that can still be paid. */
  readonly payableTwice: readonly string[];
}

/** Compares what WeChat Pay knows with what the orders say. */
export function ledgerOf(standIns: StandIns, orders: readonly OrderRecord[]): Ledger {
  const payments = standIns.wechatPay.payments();
  const attempts = new Map(orders.flatMap((order) => order.attempts.map((attempt) => [attempt.outTradeNo, attempt])));
  const paid = payments.filter(({ state }) => state === 'SUCCESS' || state === 'REFUND');
  const isReturned = (outTradeNo: string): boolean =>
    payments
      .find((payment) => payment.outTradeNo === outTradeNo)
      ?.refunds.some(({ status, refund }) => status === 'SUCCESS' && refund > 0) ?? false;
  const statusOf = (outTradeNo: string) => attempts.get(outTradeNo)?.status;
  const booked = paid.filter(({ outTradeNo }) => statusOf(outTradeNo) === 'paid' && !isReturned(outTradeNo));
  const returned = paid.filter(({ outTradeNo }) => statusOf(outTradeNo) === 'refunded' && isReturned(outTradeNo));
  const accounted = new Set([...booked, ...returned].map(({ outTradeNo }) => outTradeNo));
  const payableOf = ({ orderNumber }: OrderRecord) =>
    payments.filter(({ outTradeNo, state }) => outTradeNo.startsWith(`${orderNumber}-`) && state === 'NOTPAY');
  return {
    made: paid.length,
    booked: booked.length,
    returned: returned.length,
    lost: paid.map(({ outTradeNo }) => outTradeNo).filter((outTradeNo) => !accounted.has(outTradeNo)),
    doubled: orders
      .filter((order) => order.attempts.filter(({ status }) => status === 'paid').length > 1)
      .map(({ orderNumber }) => orderNumber),
    payableTwice: orders.filter((order) => payableOf(order).length > 1).map(({ orderNumber }) => orderNumber),
  };
}
