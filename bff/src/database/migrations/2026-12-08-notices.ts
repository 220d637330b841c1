import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** Messages about orders: by order, and by the number that the operator reports by. */
export const notices: Migration = {
  id: '2026-12-08-notices',
  async up(connection: Connection) {
    await connection.collection('notices').createIndexes([
      { key: { orderId: 1, _id: -1 }, name: 'orderId_id' },
      { key: { serial: 1 }, name: 'serial', sparse: true },
      { key: { untold: 1 }, name: 'untold', sparse: true },
    ]);
  },
};
