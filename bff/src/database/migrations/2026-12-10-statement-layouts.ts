import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** A heading of a bank's statement is kept once. */
export const statementLayouts: Migration = {
  id: '2026-12-10-statement-layouts',
  async up(connection: Connection) {
    await connection
      .collection('statement_layouts')
      .createIndexes([{ key: { headingKey: 1 }, name: 'headingKey', unique: true }]);
  },
};
