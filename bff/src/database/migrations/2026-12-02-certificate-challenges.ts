import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** Challenges that nobody answered go by themselves. */
export const certificateChallenges: Migration = {
  id: '2026-12-02-certificate-challenges',
  async up(connection: Connection) {
    await connection
      .collection('certificate_challenges')
      .createIndex({ expiresAt: 1 }, { name: 'expiresAt', expireAfterSeconds: 0 });
  },
};
