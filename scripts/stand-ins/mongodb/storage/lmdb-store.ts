import { open, type RootDatabase } from 'lmdb';
import { lockFolder } from './folder-lock';
import type { OrderedStore } from './ordered-store';

/** Of another layout than this one; what it holds is of trials only. */
export class OldFolderError extends Error {
  readonly code = 'EOLDFOLDER';

  constructor(folder: string) {
    super(
      `The data folder ${folder} was written by an older version of the MongoDB stand-in: remove it, or begin with npm start -- --fresh`,
    );
  }
}

/** Opens (or makes) the durable store in a folder. Throws when another live process has it open. */
export function openLmdbStore(folder: string): OrderedStore {
  const unlock = lockFolder(folder);
  try {
    return lmdbStore(openDatabase(folder), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

const LAYOUT = Buffer.from('layout');
const THIS_LAYOUT = Buffer.from('2');

function openDatabase(folder: string): RootDatabase<Buffer, Buffer> {
  const database = open<Buffer, Buffer>({ path: folder, encoding: 'binary', keyEncoding: 'binary', noSubdir: false });
  const isEmpty = [...database.getKeys({ limit: 1 })].length === 0;
  if (isEmpty) database.putSync(LAYOUT, THIS_LAYOUT);
  if (database.get(LAYOUT)?.equals(THIS_LAYOUT)) return database;
  void database.close();
  throw new OldFolderError(folder);
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
/** Written so that a flush can be waited for; it is in no range of documents or indexes. */
const FLUSHED = bytesOf('flushed');

function lmdbStore(database: RootDatabase<Buffer, Buffer>, unlock: () => void): OrderedStore {
  return {
    // Valid until the next read only, which is enough: whoever asks decodes it at once.
    get: (key) => database.getBinaryFast(bytesOf(key)),
    keys({ start, end }, reverse = false) {
      const range = reverse
        ? { start: bytesOf(end), exclusiveStart: true, end: bytesOf(start), inclusiveEnd: true, reverse }
        : { start: bytesOf(start), end: bytesOf(end) };
      return database.getKeys(range).map((key) => key.toString('latin1'));
    },
    put: (key, value) => database.putSync(bytesOf(key), value as Buffer),
    remove: (key) => void database.removeSync(bytesOf(key)),
    transaction: (run) => database.transactionSync(run),
    async flush() {
      // Commits of transactions are in order, and this one is flushed to disk together with all before it.
      await database.put(FLUSHED, FLUSHED);
      await database.flushed;
    },
    async close() {
      await database.close();
      unlock();
    },
  };
}
