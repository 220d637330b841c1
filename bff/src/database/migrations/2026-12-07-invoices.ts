import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** Invoices: one an order, and a number belongs to one order. */
export const invoices: Migration = {
  id: '2026-12-07-invoices',
  async up(connection: Connection) {
    await connection.collection('invoices').createIndexes([
      { key: { orderId: 1 }, name: 'orderId', unique: true },
      { key: { orderNumber: 1 }, name: 'orderNumber' },
      { key: { accountId: 1, _id: 1 }, name: 'accountId_id' },
      { key: { numbers: 1 }, name: 'numbers', unique: true, sparse: true },
      { key: { 'issued.number': 1 }, name: 'issued_number', sparse: true },
      { key: { state: 1, _id: 1 }, name: 'state_id' },
      { key: { batchId: 1, _id: 1 }, name: 'batchId_id', sparse: true },
      { key: { 'outbox.availableAt': 1 }, name: 'outbox_availableAt' },
    ]);
  },
};
