import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** `openFor` is there while a check is open: one account has one at a time. */
export const identityChecks: Migration = {
  id: '2026-11-30-identity-checks',
  async up(connection: Connection) {
    await connection.collection('identity_checks').createIndexes([
      { key: { openFor: 1 }, name: 'openFor', unique: true, sparse: true },
      { key: { accountId: 1, _id: -1 }, name: 'accountId_id' },
      { key: { state: 1, promisedBy: 1, _id: 1 }, name: 'state_promisedBy_id' },
      { key: { settledAt: 1 }, name: 'settledAt' },
      { key: { 'outbox.availableAt': 1 }, name: 'outbox_availableAt' },
    ]);
    await connection
      .collection('accounts')
      .createIndexes([{ key: { 'identityDraft.savedAt': 1 }, name: 'identityDraft_savedAt', sparse: true }]);
    await connection.collection('files').createIndexes([{ key: { keptFor: 1 }, name: 'keptFor', sparse: true }]);
  },
};
