import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** Budgets of codes end with their day; a verified person is found again by the hash of the ID number. */
export const codesAndIdentities: Migration = {
  id: '2026-11-28-codes-and-identities',
  async up(connection: Connection) {
    await connection
      .collection('code_budgets')
      .createIndexes([{ key: { forgetAt: 1 }, name: 'forgetAt', expireAfterSeconds: 0 }]);
    await connection
      .collection('accounts')
      .createIndexes([{ key: { 'identity.idNumberHash': 1 }, name: 'identity_idNumberHash', sparse: true }]);
  },
};
