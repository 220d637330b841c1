import mongoose, { type Connection } from 'mongoose';
import type { FileStore } from '../../ports/file-store';
import { openGridFiles } from './grid-files';
import { type BytesCipher, openFile, sealedByOf, sealFile } from './sealed-bytes';

/** Between two tries to read, the bytes may be sealed anew by a rotation; it comes once to each file. */
const MOST_TRIES = 3;

/** Files in GridFS, each encrypted as one envelope bound to its id. */
export function createGridFsFileStore(connection: Connection, cipher: BytesCipher): FileStore {
  const files = openGridFiles(connection);
  const newestOf = async (id: string) => (await files.named(id))[0];

  async function read(id: string, tries = MOST_TRIES): Promise<Buffer | null> {
    const file = await newestOf(id);
    if (!file) {
      return null;
    }
    try {
      return openFile(cipher, id, await files.download(file));
    } catch (error) {
      if (tries > 1 && !(await files.exists(file._id))) {
        return read(id, tries - 1);
      }
      throw error;
    }
  }

  return {
    async write(id, bytes) {
      const envelope = sealFile(cipher, id, bytes);
      const metadata = { sealedBy: sealedByOf(envelope) };
      await files.uploadOnce({ _id: new mongoose.Types.ObjectId(id), filename: id, metadata }, envelope);
    },
    read,
    async delete(id) {
      // Until there is none: a rotation may just have written the other one.
      for (let file = await newestOf(id); file; file = await newestOf(id)) {
        await files.remove(file._id);
      }
    },
  };
}
