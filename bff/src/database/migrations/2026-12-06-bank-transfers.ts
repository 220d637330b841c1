import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** Payment by bank transfer: remark codes are unique, and so is each reference of a bank. */
export const bankTransfers: Migration = {
  id: '2026-12-06-bank-transfers',
  async up(connection: Connection) {
    await connection.collection('orders').createIndexes([
      {
        key: { 'transfer.code': 1 },
        name: 'transfer_code',
        unique: true,
        partialFilterExpression: { 'transfer.code': { $type: 'string' } },
      },
      {
        key: { 'transfer.state': 1, 'transfer.handedInAt': 1, _id: 1 },
        name: 'transfer_state_handedInAt',
        sparse: true,
      },
    ]);
    await connection.collection('bank_entries').createIndexes([
      { key: { bank: 1, reference: 1 }, name: 'bank_reference', unique: true },
      { key: { state: 1, _id: -1 }, name: 'state_id' },
      { key: { state: 1, codes: 1 }, name: 'state_codes' },
      { key: { state: 1, remainingFen: 1 }, name: 'state_remainingFen' },
      { key: { importId: 1 }, name: 'importId', sparse: true },
      { key: { 'outbox.availableAt': 1 }, name: 'outbox_availableAt' },
    ]);
  },
};
