import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** `openFor` is there while a check is open: one account has one at a time. */
export const faceChecks: Migration = {
  id: '2026-12-01-face-checks',
  async up(connection: Connection) {
    await connection.collection('face_checks').createIndexes([
      { key: { openFor: 1 }, name: 'openFor', unique: true, sparse: true },
      { key: { accountId: 1, _id: -1 }, name: 'accountId_id' },
      { key: { state: 1, expiresAt: 1 }, name: 'state_expiresAt' },
      { key: { settledAt: 1 }, name: 'settledAt' },
    ]);
  },
};
