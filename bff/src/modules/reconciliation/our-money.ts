import { startOfChinaDay } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { IN_BATCHES } from '../../database/in-batches';
import type { BillRow } from '../../ports/trade-bill';
import type { OrderModel, OrderRecord } from '../orders';
import { isPaymentOf, isRefundOf, type OurAttempt } from './compare-day';
import { startOfNextDay } from './money-days';

type Found = Pick<OrderRecord, '_id' | 'orderNumber' | 'attempts'>;
const FIELDS = { orderNumber: 1, attempts: 1 } as const;
/** Numbers that one query asks for. */
const MOST_NUMBERS = 500;

const attemptsOf = ({ _id, orderNumber, attempts }: Found): OurAttempt[] =>
  attempts.map((attempt) => ({ orderId: _id.toHexString(), orderNumber, attempt }));

const within = (day: string) => ({ $gte: startOfChinaDay(day), $lt: startOfNextDay(day) });

/** Attempts whose money came or went back on a day by our books, one order after the other. */
export async function* moneyOfDay(orders: OrderModel, day: string): AsyncGenerator<OurAttempt> {
  const filter = {
    $or: [
      { attempts: { $elemMatch: { paidAt: within(day) } } },
      { attempts: { $elemMatch: { refundAcceptedAt: within(day) } } },
    ],
  } as QueryFilter<OrderRecord>;
  for await (const order of orders.find(filter, FIELDS).sort({ _id: 1 }).lean<Found[]>().cursor(IN_BATCHES)) {
    yield* attemptsOf(order).filter((ours) => isPaymentOf(day, ours) || isRefundOf(day, ours));
  }
}

/** The attempts of some numbers. */
export async function attemptsNamed(
  orders: OrderModel,
  money: readonly { readonly outTradeNo: string }[],
): Promise<OurAttempt[]> {
  const numbers = [...new Set(money.map(({ outTradeNo }) => outTradeNo))];
  const found: OurAttempt[] = [];
  for (let from = 0; from < numbers.length; from += MOST_NUMBERS) {
    const some = new Set(numbers.slice(from, from + MOST_NUMBERS));
    const filter = { 'attempts.outTradeNo': { $in: [...some] } } as QueryFilter<OrderRecord>;
    const named = await orders.find(filter, FIELDS).lean<Found[]>();
    found.push(...named.flatMap(attemptsOf).filter(({ attempt }) => some.has(attempt.outTradeNo)));
  }
  return found;
}

/** All that a day's comparison needs of our books: what is of that day, and what the bill names. */
export async function ourMoney(orders: OrderModel, day: string, rows: readonly BillRow[]): Promise<OurAttempt[]> {
  const found = new Map<string, OurAttempt>();
  for await (const ours of moneyOfDay(orders, day)) {
    found.set(ours.attempt.outTradeNo, ours);
  }
  for (const ours of await attemptsNamed(orders, rows)) {
    found.set(ours.attempt.outTradeNo, ours);
  }
  return [...found.values()];
}
