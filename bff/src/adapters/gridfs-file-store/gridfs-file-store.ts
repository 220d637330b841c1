import mongoose, { type Connection } from 'mongoose';
import type { FileStore } from '../../ports/file-store';

/** What the store needs of the field cipher. */
export interface BytesCipher {
  encryptBytes(plain: Buffer, purpose: string, recordId: string): Buffer;
  decryptBytes(envelope: Buffer, purpose: string, recordId: string): Buffer;
}

const BUCKET = 'stored_files';

/** Files in GridFS, each encrypted as one envelope bound to its id. */
export function createGridFsFileStore(connection: Connection, cipher: BytesCipher): FileStore {
  const { db } = connection;
  if (!db) {
    throw new Error('the file store needs an open database connection');
  }
  const bucket = new mongoose.mongo.GridFSBucket(db, { bucketName: BUCKET });
  const idOf = (id: string) => new mongoose.Types.ObjectId(id);
  const purposeOf = (id: string) => `file.${id}`;
  const exists = async (id: string) => (await bucket.find({ _id: idOf(id) }).toArray()).length > 0;

  const upload = (id: string, bytes: Buffer): Promise<void> =>
    new Promise((resolve, reject) => {
      const stream = bucket.openUploadStreamWithId(idOf(id), id);
      stream.once('error', reject);
      stream.once('finish', () => resolve());
      stream.end(bytes);
    });

  const download = async (id: string): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    for await (const chunk of bucket.openDownloadStream(idOf(id))) {
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  };

  return {
    async write(id, bytes) {
      if (await exists(id)) {
        return;
      }
      // GridFS writes the file's record last: chunks without a record are left-overs of a write that died.
      await db.collection(`${BUCKET}.chunks`).deleteMany({ files_id: idOf(id) });
      await upload(id, cipher.encryptBytes(bytes, purposeOf(id), id));
    },
    async read(id) {
      return (await exists(id)) ? cipher.decryptBytes(await download(id), purposeOf(id), id) : null;
    },
    async delete(id) {
      if (await exists(id)) {
        await bucket.delete(idOf(id));
      }
    },
  };
}
