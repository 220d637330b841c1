import type { Document } from '../values/document';

/** One change to be made durable. A document is known by its collection's number and its sequence number. */
export type StoredChange =
  | { kind: 'putDocument'; collectionId: number; sequence: number; bytes: Buffer }
  | { kind: 'removeDocument'; collectionId: number; sequence: number }
  | { kind: 'putCollection'; collectionId: number; description: Document }
  | { kind: 'dropCollection'; collectionId: number };

/** The changes of one command, in order. They reach the disk together or not at all. */
export class WriteLog {
  readonly changes: StoredChange[] = [];

  put(collectionId: number, sequence: number, bytes: Buffer): void {
    this.changes.push({ kind: 'putDocument', collectionId, sequence, bytes });
  }

  remove(collectionId: number, sequence: number): void {
    this.changes.push({ kind: 'removeDocument', collectionId, sequence });
  }

  describeCollection(collectionId: number, description: Document): void {
    this.changes.push({ kind: 'putCollection', collectionId, description });
  }

  /** Forgets the collection's name and indexes; its documents are removed one by one before. */
  dropCollection(collectionId: number): void {
    this.changes.push({ kind: 'dropCollection', collectionId });
  }
}
