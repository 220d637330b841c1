import type { StoredChange } from '../engine/write-log';
import type { Document } from '../values/document';

export interface StoredCollection {
  collectionId: number;
  description: Document;
}

export interface StoredDocument {
  sequence: number;
  document: Document;
}

/** Where changes are made durable. Everything is read once, at start; afterwards memory answers. */
export interface DocumentStore {
  readCollections(): Iterable<StoredCollection>;
  readDocuments(collectionId: number): Iterable<StoredDocument>;
  /** Resolves when all changes are on disk, together; rejects when none is. Later commits wait for earlier ones. */
  commit(changes: readonly StoredChange[]): Promise<void>;
  close(): Promise<void>;
}

/** Keeps nothing beyond the process: the store of the tests. */
export const memoryStore: DocumentStore = {
  readCollections: () => [],
  readDocuments: () => [],
  commit: async () => {},
  close: async () => {},
};
