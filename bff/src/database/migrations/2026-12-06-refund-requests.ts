import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** The queue of refunds that finance decides about: few of all orders are in it. */
export const refundRequests: Migration = {
  id: '2026-12-06-refund-requests',
  async up(connection: Connection) {
    await connection
      .collection('orders')
      .createIndexes([{ key: { refundAskedAt: 1 }, name: 'refundAskedAt', sparse: true }]);
  },
};
