import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { wholeNumberText } from '../keys/byte-text';
import type { OrderedStore } from '../storage/ordered-store';
import { decodeDocument, encodeStoredDocument } from '../values/bson-codec';
import type { Document } from '../values/document';
import { typeOf } from '../values/value-type';
import type { DocumentCache } from './document-cache';
import type { DocumentValidator } from './document-validator';
import { duplicateKeyError } from './duplicate-key-error';
import type { IndexSpecification } from './index-specification';
import type { OrderedIndex } from './ordered-index';
import { documentsPrefix, rangeOf, sequenceIn } from './store-keys';

/** A document and its place in natural order. */
export type Entry = readonly [sequence: number, document: Document];

/** What all collections of a server have in common. */
export interface Keeping {
  readonly store: OrderedStore;
  readonly cache: DocumentCache;
}

/** Documents and their indexes. What was handed out is never changed in place. */
export class Collection {
  private readonly prefix: string;
  private nextSequence: number;
  private counted: number | null = null;
  validator: DocumentValidator | undefined;

  constructor(
    readonly id: number,
    readonly namespace: string,
    private readonly keeping: Keeping,
    public indexes: readonly OrderedIndex[],
    /** An index has met something that its description must tell. */
    private readonly onNewTraits: (collection: Collection) => void,
  ) {
    this.prefix = documentsPrefix(id);
    const [last] = keeping.store.keys(rangeOf(this.prefix), true);
    this.nextSequence = last === undefined ? 1 : sequenceIn(last) + 1;
  }

  get size(): number {
    this.counted ??= this.count();
    return this.counted;
  }

  get indexSpecifications(): IndexSpecification[] {
    return this.indexes.map((index) => index.specification);
  }

  /** All, in natural order. */
  *entries(): Iterable<Entry> {
    for (const key of this.keeping.store.keys(rangeOf(this.prefix))) {
      const document = this.keeping.cache.get(key) ?? this.decode(key);
      if (document) yield [sequenceIn(key), document];
    }
  }

  /** Numbers of all, in natural order. */
  *sequences(): Iterable<number> {
    for (const key of this.keeping.store.keys(rangeOf(this.prefix))) yield sequenceIn(key);
  }

  /** Undefined when it is gone. */
  read(sequence: number): Document | undefined {
    const key = this.keyOf(sequence);
    return this.keeping.cache.get(key) ?? this.decode(key, true);
  }

  insert(document: Document): void {
    checkId(document._id);
    const bytes = encodeStoredDocument(document);
    this.validator?.check(document);
    this.rejectDuplicate(document, undefined);
    const sequence = this.nextSequence;
    this.nextSequence += 1;
    this.put(sequence, document, bytes);
    if (this.counted !== null) this.counted += 1;
  }

  /** Returns false, and writes nothing, when the new document is the old one byte for byte. */
  replace([sequence, previous]: Entry, document: Document): boolean {
    const bytes = encodeStoredDocument(document);
    const stored = this.keeping.store.get(this.keyOf(sequence));
    if (stored && bytes.equals(stored)) return false;
    this.validator?.check(document, previous);
    const touched = this.indexes.filter((index) => index.isTouched(previous, document));
    this.rejectDuplicate(document, sequence, touched);
    for (const index of touched) index.remove(sequence, previous);
    this.put(sequence, document, bytes, touched);
    return true;
  }

  remove([sequence, document]: Entry): void {
    for (const index of this.indexes) index.remove(sequence, document);
    const key = this.keyOf(sequence);
    this.keeping.cache.delete(key);
    this.keeping.store.remove(key);
    if (this.counted !== null) this.counted -= 1;
  }

  clear(): void {
    for (const index of this.indexes) index.clear();
    for (const key of [...this.keeping.store.keys(rangeOf(this.prefix))]) {
      this.keeping.cache.delete(key);
      this.keeping.store.remove(key);
    }
  }

  /** Fills an index that is new. Nothing is kept of it when the documents break its uniqueness. */
  fill(index: OrderedIndex): void {
    try {
      for (const sequence of [...this.sequences()]) {
        const document = this.read(sequence) as Document;
        if (index.conflicts(document, undefined)) {
          throw duplicateKeyError(this.namespace, index.specification, document);
        }
        index.add(sequence, document);
      }
    } catch (error) {
      index.clear();
      throw error;
    }
  }

  private put(sequence: number, document: Document, bytes: Buffer, indexes = this.indexes): void {
    const key = this.keyOf(sequence);
    this.keeping.store.put(key, bytes);
    this.keeping.cache.set(key, document, bytes.length);
    const news = indexes.map((index) => index.add(sequence, document));
    if (news.includes(true)) this.onNewTraits(this);
  }

  private keyOf(sequence: number): string {
    return this.prefix + wholeNumberText(sequence);
  }

  private decode(key: string, keeps = false): Document | undefined {
    const bytes = this.keeping.store.get(key);
    if (!bytes) return undefined;
    const document = decodeDocument(bytes);
    if (keeps) this.keeping.cache.set(key, document, bytes.length);
    return document;
  }

  private count(): number {
    let count = 0;
    for (const _ of this.sequences()) count += 1;
    return count;
  }

  /** Asks every index before anything is changed, so that a refused write leaves nothing behind. */
  private rejectDuplicate(document: Document, replacedSequence: number | undefined, indexes = this.indexes): void {
    for (const index of indexes) {
      if (index.conflicts(document, replacedSequence)) {
        throw duplicateKeyError(this.namespace, index.specification, document);
      }
    }
  }
}

function checkId(id: unknown): void {
  const type = typeOf(id);
  if (type === 'array' || type === 'regex' || type === 'undefined') {
    throw new MongodbError('InvalidIdField', `The '_id' value cannot be of type ${type}`);
  }
  if (type === 'minKey' || type === 'maxKey') throw notImplemented(`an _id of type ${type}`);
}
