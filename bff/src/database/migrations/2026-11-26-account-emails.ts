import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** One account per confirmed e-mail address. Sparse: most accounts have none. */
export const accountEmails: Migration = {
  id: '2026-11-26-account-emails',
  async up(connection: Connection) {
    await connection
      .collection('accounts')
      .createIndexes([{ key: { emailHash: 1 }, name: 'emailHash', unique: true, sparse: true }]);
  },
};
