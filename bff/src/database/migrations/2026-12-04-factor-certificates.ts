import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** No key is a second factor of two members of the staff; members without one are not in the index. */
export const factorCertificates: Migration = {
  id: '2026-12-04-factor-certificates',
  async up(connection: Connection) {
    await connection
      .collection('staff')
      .createIndex(
        { 'factorCertificates.publicKeySha256': 1 },
        { name: 'factorCertificates_publicKeySha256', unique: true, sparse: true },
      );
  },
};
