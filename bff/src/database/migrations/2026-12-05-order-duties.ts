import type { Connection, mongo } from 'mongoose';
import type { Migration } from '../migration';

const DAY_MS = 24 * 3_600_000;
/** As long as an order may stay in a status, in days, when this was written. */
const LIMITS = { returned: 30, approved: 30, paid: 3, issuing: 3, issued: 3 } as const;
/** Nobody's application ends before its notices of seven days and of one could be given. */
const LEAST_LEFT_MS = 8 * DAY_MS;

interface StoredOrder {
  readonly status: string;
  readonly history: readonly { readonly at: Date; readonly from: string | null; readonly to: string }[];
}

/** When it came into its status. */
const sinceOf = ({ history }: StoredOrder): number =>
  history.findLast(({ from, to }) => from !== to)?.at.getTime() ?? Date.now();

/** What an order waits for has an end, in each status: those of before get theirs. */
export const orderDuties: Migration = {
  id: '2026-12-05-order-duties',
  async up(connection: Connection) {
    const orders = connection.collection<StoredOrder>('orders');
    await orders.createIndexes([{ key: { dutyEndsAt: 1 }, name: 'dutyEndsAt', sparse: true }]);
    for (const [status, days] of Object.entries(LIMITS)) {
      const old: mongo.Filter<StoredOrder> = {
        status,
        dutyEndsAt: { $exists: false },
        ...(status === 'approved' && { 'project.paymentRequired': true }),
        ...(status === 'issued' && { deliveryWay: { $ne: 'pick-up' } }),
      };
      for await (const order of orders.find(old, { projection: { status: 1, history: 1 } })) {
        const dutyEndsAt = new Date(Math.max(sinceOf(order) + days * DAY_MS, Date.now() + LEAST_LEFT_MS));
        await orders.updateOne({ ...old, _id: order._id }, { $set: { dutyEndsAt } });
      }
    }
  },
};
