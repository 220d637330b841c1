import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/**
 * While a hash key is replaced, a number or address is claimed by its hashes of every key. A file that was sealed anew is
 * found by the name it keeps. The name of the unit stands in the sealed form, and was in clear text beside it.
 */
export const keyRings: Migration = {
  id: '2026-11-29-key-rings',
  async up(connection: Connection) {
    await connection.collection('accounts').createIndexes([
      { key: { phoneHashes: 1 }, name: 'phoneHashes', unique: true, sparse: true },
      { key: { emailHashes: 1 }, name: 'emailHashes', unique: true, sparse: true },
    ]);
    await connection
      .collection('stored_files.files')
      .createIndexes([{ key: { filename: 1, uploadDate: 1 }, name: 'filename_1_uploadDate_1' }]);
    await connection.collection('orders').updateMany({ unitName: { $exists: true } }, { $unset: { unitName: 1 } });
  },
};
