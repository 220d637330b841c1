import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** `openFor` is there while a change waits: one of a kind for each member at a time. */
export const staffChanges: Migration = {
  id: '2026-11-28-staff-changes',
  async up(connection: Connection) {
    await connection.collection('staff_changes').createIndexes([
      { key: { openFor: 1 }, name: 'openFor', unique: true, sparse: true },
      { key: { state: 1, _id: 1 }, name: 'state_id' },
      { key: { settledAt: -1 }, name: 'settledAt' },
      { key: { memberId: 1, state: 1 }, name: 'memberId_state' },
      { key: { 'outbox.availableAt': 1 }, name: 'outbox_availableAt' },
    ]);
  },
};
