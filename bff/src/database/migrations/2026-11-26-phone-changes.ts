import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** `openFor` is there while a change is under way: one account has one at a time. */
export const phoneChanges: Migration = {
  id: '2026-11-26-phone-changes',
  async up(connection: Connection) {
    await connection.collection('phone_changes').createIndexes([
      { key: { openFor: 1 }, name: 'openFor', unique: true, sparse: true },
      { key: { receiptHash: 1 }, name: 'receiptHash', unique: true },
      { key: { accountId: 1, _id: -1 }, name: 'accountId_id' },
      { key: { state: 1, _id: 1 }, name: 'state_id' },
      { key: { settledAt: -1 }, name: 'settledAt' },
      { key: { 'outbox.availableAt': 1 }, name: 'outbox_availableAt' },
    ]);
  },
};
