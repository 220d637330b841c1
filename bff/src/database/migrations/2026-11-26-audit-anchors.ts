import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** One anchor a day, however many processes look at the clock. */
export const auditAnchors: Migration = {
  id: '2026-11-26-audit-anchors',
  async up(connection: Connection) {
    await connection.collection('audit_anchors').createIndexes([
      { key: { day: 1 }, name: 'day', unique: true },
      { key: { 'outbox.availableAt': 1 }, name: 'outbox_availableAt' },
    ]);
  },
};
