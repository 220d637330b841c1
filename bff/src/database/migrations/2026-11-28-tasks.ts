import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** `openFor` is there while a task is open: one for each kind and subject. */
export const tasks: Migration = {
  id: '2026-11-28-tasks',
  async up(connection: Connection) {
    await connection.collection('tasks').createIndexes([
      { key: { openFor: 1 }, name: 'openFor', unique: true, sparse: true },
      { key: { role: 1, closedAt: 1, dueAt: 1, _id: 1 }, name: 'role_closedAt_dueAt' },
      { key: { closedAt: -1, _id: -1 }, name: 'closedAt' },
      { key: { subject: 1 }, name: 'subject' },
    ]);
  },
};
