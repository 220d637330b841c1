import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** New PINs for UKeys get a collection: a certificate has one request that waits. */
export const ukeyUnlocks: Migration = {
  id: '2026-12-04-ukey-unlocks',
  async up(connection: Connection) {
    await connection.collection('ukey_unlocks').createIndexes([
      { key: { openFor: 1 }, name: 'openFor', unique: true, partialFilterExpression: { openFor: { $type: 'string' } } },
      { key: { certificateId: 1, _id: -1 }, name: 'certificateId_id' },
      { key: { accountId: 1, _id: 1 }, name: 'accountId_id' },
      { key: { state: 1, _id: 1 }, name: 'state_id' },
      { key: { state: 1, endsAt: 1 }, name: 'state_endsAt' },
      { key: { 'outbox.availableAt': 1 }, name: 'outbox_availableAt' },
    ]);
  },
};
