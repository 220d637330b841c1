import mongoose, { type Connection, type Types } from 'mongoose';
import { type GridFile, type GridFiles, openGridFiles } from './grid-files';
import { type BytesCipher, isSealedByOld, openFile, sealedByOf, sealFile } from './sealed-bytes';

interface FileTally {
  readonly looked: number;
  readonly changed: number;
  readonly left: ReadonlyMap<string, number>;
  readonly passing: ReadonlyMap<string, number>;
}

type Outcome = 'kept' | 'changed' | 'left';

const BATCH = 50;

/** The bytes of a file that is of an old key or format; null when it is not. @throws Error when it does not open */
async function oldBytes(files: GridFiles, cipher: BytesCipher, file: GridFile) {
  const { filename, metadata } = file;
  if (metadata?.sealedBy && !isSealedByOld(cipher, metadata.sealedBy)) {
    return null;
  }
  const envelope = await files.download(file);
  return cipher.needsReseal(envelope) ? openFile(cipher, filename, envelope) : null;
}

/**
 * Writes the bytes again as another file of the same name, which readers find from then on, and removes the old one. At
 * no moment is there none; when somebody has removed the old one meanwhile, the new one goes, too.
 */
async function replace(files: GridFiles, cipher: BytesCipher, old: GridFile, plain: Buffer): Promise<void> {
  const { filename } = old;
  const envelope = sealFile(cipher, filename, plain);
  const _id = new mongoose.Types.ObjectId();
  await files.upload({ _id, filename, metadata: { sealedBy: sealedByOf(envelope) } }, envelope);
  if (!openFile(cipher, filename, await files.download({ _id, length: envelope.length })).equals(plain)) {
    throw new Error('a file that was sealed anew does not read as before; the old one was kept');
  }
  await files.remove((await files.exists(old._id)) ? old._id : _id);
}

async function resealFile(files: GridFiles, cipher: BytesCipher, file: GridFile): Promise<Outcome> {
  let plain: Buffer | null;
  try {
    plain = await oldBytes(files, cipher, file);
  } catch {
    return (await files.exists(file._id)) ? 'left' : 'kept';
  }
  if (!plain) {
    return 'kept';
  }
  await replace(files, cipher, file, plain);
  return 'changed';
}

/** Brings all files to the newest key while others read, write and remove them. May be stopped and begun again. */
export async function resealFiles(
  { connection, cipher }: { readonly connection: Connection; readonly cipher: BytesCipher },
  onBatch: (soFar: FileTally) => { readonly stop: boolean },
): Promise<FileTally> {
  const files = openGridFiles(connection);
  const counts = { kept: 0, changed: 0, left: 0 };
  const tally = (): FileTally => ({
    looked: counts.kept + counts.changed + counts.left,
    changed: counts.changed,
    left: new Map(counts.left > 0 ? [['stored_files: does-not-open', counts.left]] : []),
    passing: new Map(),
  });
  let after: Types.ObjectId | null = null;
  while (true) {
    const batch: GridFile[] = await files.behind(after, BATCH);
    for (const file of batch) {
      counts[await resealFile(files, cipher, file)] += 1;
    }
    const last = batch.at(-1);
    if (!last || onBatch(tally()).stop) {
      return tally();
    }
    after = last._id;
  }
}
