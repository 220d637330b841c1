import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

const EACH = [
  { key: { openFor: 1 }, name: 'openFor', unique: true, sparse: true },
  { key: { accountId: 1, _id: -1 }, name: 'accountId_id' },
  { key: { 'outbox.availableAt': 1 }, name: 'outbox_availableAt' },
] as const;

/** `openFor` is there while an export is prepared or a deletion is scheduled: one account has one at a time. */
export const personalData: Migration = {
  id: '2026-11-26-personal-data',
  async up(connection: Connection) {
    for (const collection of ['data_exports', 'account_deletions']) {
      await connection.collection(collection).createIndexes([...EACH]);
    }
    await connection
      .collection('orders')
      .createIndexes([{ key: { retainedUntil: 1 }, name: 'retainedUntil', sparse: true }]);
  },
};
