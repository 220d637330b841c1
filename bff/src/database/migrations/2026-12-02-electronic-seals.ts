import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** Electronic seals get a collection: a certificate has one of each purpose. */
export const electronicSeals: Migration = {
  id: '2026-12-02-electronic-seals',
  async up(connection: Connection) {
    await connection.collection('electronic_seals').createIndexes([
      { key: { certificateId: 1, purpose: 1 }, name: 'certificateId_purpose', unique: true },
      { key: { accountId: 1, _id: -1 }, name: 'accountId_id' },
      { key: { 'outbox.availableAt': 1 }, name: 'outbox_availableAt' },
    ]);
  },
};
