import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** Who asks to be let in to the audit chain: found by time, and gone with it. */
export const auditTurns: Migration = {
  id: '2026-12-12-audit-turns',
  async up(connection: Connection) {
    await connection
      .collection('audit_turns')
      .createIndexes([{ key: { until: 1 }, name: 'until', expireAfterSeconds: 0 }]);
  },
};
