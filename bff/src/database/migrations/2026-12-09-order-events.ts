import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** Figures of the desk are made of what happened to orders in some days. */
export const orderEvents: Migration = {
  id: '2026-12-09-order-events',
  async up(connection: Connection) {
    await connection.collection('orders').createIndexes([{ key: { 'history.at': 1 }, name: 'history_at' }]);
  },
};
