import { open, type RootDatabase } from 'lmdb';
import type { StoredChange } from '../engine/write-log';
import { decodeDocument, encodeDocument } from '../values/bson-codec';
import type { DocumentStore } from './document-store';
import { lockFolder } from './folder-lock';

type StoreKey = ['collection', number] | ['document', number, number];

/** Opens (or makes) the durable store in a folder. Throws when another live process has it open. */
export function openLmdbStore(folder: string): DocumentStore {
  const unlock = lockFolder(folder);
  try {
    return lmdbStore(openDatabase(folder), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function openDatabase(folder: string): RootDatabase<Buffer, StoreKey> {
  // Without overlappingSync the promise of a batch means: flushed to disk, not merely visible.
  return open<Buffer, StoreKey>({ path: folder, encoding: 'binary', overlappingSync: false, noSubdir: false });
}

function lmdbStore(database: RootDatabase<Buffer, StoreKey>, unlock: () => void): DocumentStore {
  return {
    *readCollections() {
      for (const { key, value } of database.getRange({ start: ['collection', 0], end: ['document', 0] })) {
        yield { collectionId: key[1], description: decodeDocument(value) };
      }
    },
    *readDocuments(collectionId) {
      const range = { start: ['document', collectionId, 0], end: ['document', collectionId + 1, 0] };
      for (const { key, value } of database.getRange(range)) {
        yield { sequence: Number(key[2]), document: decodeDocument(value) };
      }
    },
    async commit(changes) {
      if (changes.length === 0) return;
      await database.batch(() => {
        for (const change of changes) apply(database, change);
      });
    },
    async close() {
      await database.close();
      unlock();
    },
  };
}

function apply(database: RootDatabase<Buffer, StoreKey>, change: StoredChange): void {
  switch (change.kind) {
    case 'putDocument':
      database.put(['document', change.collectionId, change.sequence], change.bytes);
      break;
    case 'removeDocument':
      database.remove(['document', change.collectionId, change.sequence]);
      break;
    case 'putCollection':
      database.put(['collection', change.collectionId], encodeDocument(change.description));
      break;
    case 'dropCollection':
      database.remove(['collection', change.collectionId]);
      break;
  }
}
