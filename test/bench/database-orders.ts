import type { mongo } from 'mongoose';

const START = Date.parse('2026-01-01T00:00:00Z');
const STATUSES = ['submitted', 'returned', 'approved', 'paid', 'issued', 'completed'] as const;
/** What an order holds besides what it is found by, sealed. */
const SEALED = 'k1:'.padEnd(1800, 'A7f+');

/** As large as an order, and with what the indexes of orders are of; `number` tells it from others. */
export const benchOrder = (number: number) => ({
  orderNumber: `BENCH-${String(number).padStart(9, '0')}`,
  clientToken: `token-${number}`,
  accountId: `account-${number % 5000}`,
  kind: 'unit',
  status: STATUSES[number % STATUSES.length] as string,
  submittedAt: new Date(START + number * 1000),
  reviewPromisedBy: new Date(START + number * 1000 + 86_400_000),
  history: [
    { at: new Date(START + number * 1000), event: 'create' },
    { at: new Date(START + number * 1000 + 5000), event: 'submit' },
  ],
  attempts: [{ outTradeNo: `T${number}`, state: 'paid', paidAt: new Date(START + number * 1000 + 9000) }],
  riskTraces: { personHashes: [`p${number % 7000}`], phoneHashes: [`h${number}`], nameHashes: [`n${number % 900}`] },
  outbox:
    number % 1000 === 0 ? [{ id: `o${number}`, job: 'sealContract', availableAt: new Date(START), tries: 0 }] : [],
  form: SEALED,
  revision: 1,
});

export type BenchOrder = ReturnType<typeof benchOrder>;

const BATCH = 1000;

export async function insertOrders(orders: mongo.Collection<BenchOrder>, from: number, until: number): Promise<void> {
  for (let number = from; number < until; number += BATCH) {
    const count = Math.min(BATCH, until - number);
    await orders.insertMany(Array.from({ length: count }, (_, index) => benchOrder(number + index)));
  }
}

/** What is measured, each called with 0, 1, 2 … */
export const operations = (
  orders: mongo.Collection<BenchOrder>,
  stored: number,
): Readonly<Record<string, (round: number) => Promise<unknown>>> => {
  const any = (round: number): number => (round * 7919) % stored;
  const numberOf = (round: number): string => benchOrder(any(round)).orderNumber;
  let ids: mongo.BSON.ObjectId[] | null = null;
  return {
    async 'find by id'(round) {
      ids ??= (
        await orders
          .find({}, { projection: { _id: 1 } })
          .limit(500)
          .toArray()
      ).map(({ _id }) => _id);
      return orders.findOne({ _id: ids[round % ids.length] as mongo.BSON.ObjectId });
    },
    'find by a unique index': (round) => orders.findOne({ orderNumber: numberOf(round) }),
    'list of an account': (round) =>
      orders
        .find({ accountId: `account-${round % 5000}` })
        .sort({ _id: -1 })
        .limit(20)
        .toArray(),
    'page of a queue': (round) =>
      orders
        .find({ status: 'submitted', submittedAt: { $gt: new Date(START + any(round) * 1000) } })
        .sort({ submittedAt: 1, _id: 1 })
        .limit(20)
        .toArray(),
    'look for jobs that are due': () =>
      orders
        .find({ 'outbox.availableAt': { $lte: new Date(START) } }, { projection: { outbox: 1 } })
        .limit(50)
        .toArray(),
    'count, capped at 500': () => orders.countDocuments({ status: 'submitted' }, { limit: 501 }),
    'update by compare-and-set': (round) =>
      orders.findOneAndUpdate({ orderNumber: numberOf(round) }, { $inc: { revision: 1 }, $set: { status: 'paid' } }),
    insert: (round) => orders.insertOne(benchOrder(10_000_000 + round)),
  };
};
