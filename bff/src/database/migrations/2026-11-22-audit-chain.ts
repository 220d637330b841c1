import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/**
 * The unique number makes appending to the audit chain a compare-and-set. Sparse: entries from before the chain have no
 * number and stay outside of it. The others serve the pages that show what was done to something; they replace the
 * one on `object` and `at`.
 */
export const auditChain: Migration = {
  id: '2026-11-22-audit-chain',
  async up(connection: Connection) {
    await connection.collection('audit_entries').createIndexes([
      { key: { seq: 1 }, name: 'seq', unique: true, sparse: true },
      { key: { object: 1, seq: 1 }, name: 'object_seq' },
      { key: { partOf: 1, seq: 1 }, name: 'partOf_seq' },
    ]);
    const indexes = await connection.collection('audit_entries').listIndexes().toArray();
    if (indexes.some(({ name }) => name === 'object_at')) {
      await connection.collection('audit_entries').dropIndex('object_at');
    }
  },
};
