import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/**
 * The indexes of GridFS. The driver would make them with the first upload of each process, for which the role that serves needs a
 * right that it has no other use for; and a sweep or a rotation may come before any upload.
 */
export const storedFiles: Migration = {
  id: '2026-12-11-stored-files',
  async up(connection: Connection) {
    await connection
      .collection('stored_files.chunks')
      .createIndexes([{ key: { files_id: 1, n: 1 }, name: 'files_id_1_n_1', unique: true }]);
    await connection
      .collection('stored_files.files')
      .createIndexes([{ key: { filename: 1, uploadDate: 1 }, name: 'filename_1_uploadDate_1' }]);
  },
};
