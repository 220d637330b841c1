import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** Days of money are unique; what came or went back on one is found by its time. */
export const reconciliation: Migration = {
  id: '2026-12-09-reconciliation',
  async up(connection: Connection) {
    await connection.collection('reconciliation_days').createIndexes([
      { key: { day: 1 }, name: 'day', unique: true },
      { key: { state: 1, day: -1 }, name: 'state_day' },
      { key: { 'outbox.availableAt': 1 }, name: 'outbox_availableAt' },
    ]);
    await connection.collection('orders').createIndexes([
      { key: { 'attempts.paidAt': 1 }, name: 'attempts_paidAt', sparse: true },
      { key: { 'attempts.refundAcceptedAt': 1 }, name: 'attempts_refundAcceptedAt', sparse: true },
    ]);
    await connection.collection('bank_entries').createIndexes([{ key: { bookedOn: 1, _id: 1 }, name: 'bookedOn_id' }]);
  },
};
