import type { MoneyOfDay } from '@acceptance/shared';
import type { OrderModel } from '../../orders';
import { eventsIn } from './count-decisions';
import { daysOf, type Span } from './span';

const RECEIVED = ['confirm-payment'];
const REFUNDED = ['note-refund', 'confirm-refund'];

interface Summed {
  readonly _id: string;
  readonly count: number;
  readonly fen: number;
}

/** By the day in Beijing on which it happened; a payment is taken for what is due, and a refund gives all of it back. */
const sumByDay = (orders: OrderModel, span: Span, events: readonly string[]): Promise<Summed[]> =>
  orders.aggregate<Summed>([
    ...eventsIn(span, events),
    {
      $group: {
        _id: { $dateToString: { format: '%Y-%m-%d', date: '$history.at', timezone: '+08:00' } },
        count: { $sum: 1 },
        fen: { $sum: '$project.priceFen' },
      },
    },
  ]);

/** Every day of the span, also those on which nothing came. */
export async function sumMoney(orders: OrderModel, span: Span): Promise<MoneyOfDay[]> {
  const [received, refunded] = await Promise.all([sumByDay(orders, span, RECEIVED), sumByDay(orders, span, REFUNDED)]);
  const on = (sums: readonly Summed[], day: string) => sums.find(({ _id }) => _id === day) ?? { count: 0, fen: 0 };
  return daysOf(span).map((day) => ({
    day,
    received: on(received, day).count,
    receivedFen: on(received, day).fen,
    refunded: on(refunded, day).count,
    refundedFen: on(refunded, day).fen,
  }));
}
