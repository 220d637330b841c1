import { type Figures, type OpenAge, ORDER_STATUSES, type OrderStatus } from '@acceptance/shared';
import { type OrderModel, SEEN_BY_STAFF } from '../../orders';

const DAY_MS = 86_400_000;
/** Neither drafts, which are the applicant's alone, nor what is over. */
const OPEN: readonly OrderStatus[] = ['submitted', 'returned', 'approved', 'paid', 'issuing', 'issued', 'refunding'];

interface Counted {
  readonly _id: { readonly status: OrderStatus; readonly age: OpenAge };
  readonly count: number;
}

/** What is open now, by status and by days since it was submitted. */
export async function countOpen(orders: OrderModel, now: Date): Promise<Figures['open']> {
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  const upTo = (days: number, age: OpenAge, older: object | OpenAge) => ({
    $cond: [{ $gte: ['$submittedAt', daysAgo(days)] }, age, older],
  });
  const counted = await orders.aggregate<Counted>([
    { $match: { status: { $in: [...OPEN] }, ...SEEN_BY_STAFF } },
    {
      $group: {
        _id: { status: '$status', age: upTo(1, '1', upTo(3, '3', upTo(7, '7', 'more'))) },
        count: { $sum: 1 },
      },
    },
  ]);
  return ORDER_STATUSES.filter((status) => OPEN.includes(status)).map((status) => {
    const of = (age: OpenAge) => counted.find(({ _id }) => _id.status === status && _id.age === age)?.count ?? 0;
    return { status, ages: { '1': of('1'), '3': of('3'), '7': of('7'), more: of('more') } };
  });
}
