import type { Connection, mongo } from 'mongoose';
import type { Migration } from '../migration';

const INDEXES: readonly (readonly [string, readonly mongo.IndexDescription[]])[] = [
  ['sessions', [{ key: { subjectId: 1, lastUsedAt: -1 }, name: 'subjectId_lastUsedAt' }]],
  ['password_attempts', [{ key: { forgetAt: 1 }, name: 'forgetAt', expireAfterSeconds: 0 }]],
  ['picture_codes', [{ key: { expiresAt: 1 }, name: 'expiresAt', expireAfterSeconds: 0 }]],
  [
    'trusted_devices',
    [
      { key: { forgetAt: 1 }, name: 'forgetAt', expireAfterSeconds: 0 },
      { key: { subject: 1 }, name: 'subject' },
    ],
  ],
];

export const passwordsAndSessions: Migration = {
  id: '2026-11-22-passwords-and-sessions',
  async up(connection: Connection) {
    for (const [collection, indexes] of INDEXES) {
      await connection.collection(collection).createIndexes([...indexes]);
    }
  },
};
