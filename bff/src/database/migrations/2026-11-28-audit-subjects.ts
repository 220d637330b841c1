import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/**
 * Acts are found by the keyed hash of whom they were about. Repeated calls of a minute are counted in one document for each
 * key, whichever process serves them; a count that is being put into the chain has no key any more.
 */
export const auditSubjects: Migration = {
  id: '2026-11-28-audit-subjects',
  async up(connection: Connection) {
    await connection
      .collection('audit_entries')
      .createIndexes([{ key: { subjects: 1, seq: 1 }, name: 'subjects_seq' }]);
    await connection.collection('audit_counts').createIndexes([
      { key: { key: 1 }, name: 'key', unique: true, sparse: true },
      { key: { closesAt: 1 }, name: 'closesAt' },
    ]);
  },
};
