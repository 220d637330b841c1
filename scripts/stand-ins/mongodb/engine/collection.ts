import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { encodeStoredDocument } from '../values/bson-codec';
import type { Document } from '../values/document';
import { typeOf } from '../values/value-type';
import { chooseIndex, type IndexChoice } from './choose-index';
import type { DocumentValidator } from './document-validator';
import { duplicateKeyError } from './duplicate-key-error';
import { equalityConstraints } from './equality-constraints';
import { HashIndex } from './hash-index';
import { ID_INDEX, type IndexSpecification, isSameIndex } from './index-specification';
import type { WriteLog } from './write-log';

/** A document and its place in natural order. */
export type Entry = readonly [sequence: number, document: Document];

/** One collection in memory. Documents in it are never changed in place; every change also goes to the write log. */
export class Collection {
  private readonly documents = new Map<number, Document>();
  private indexes = [new HashIndex(ID_INDEX)];
  private nextSequence = 1;
  validator: DocumentValidator | undefined;

  constructor(
    readonly id: number,
    readonly namespace: string,
  ) {}

  get size(): number {
    return this.documents.size;
  }

  get indexSpecifications(): IndexSpecification[] {
    return this.indexes.map((index) => index.specification);
  }

  entries(): Iterable<Entry> {
    return this.documents.entries();
  }

  /** Puts a document read from disk in its place; it was checked when it was written. */
  restore(sequence: number, document: Document): void {
    this.documents.set(sequence, document);
    this.nextSequence = Math.max(this.nextSequence, sequence + 1);
    for (const index of this.indexes) index.add(sequence, document);
  }

  insert(document: Document, log: WriteLog): void {
    checkId(document._id);
    const bytes = encodeStoredDocument(document);
    this.validator?.check(document);
    this.rejectDuplicate(document, undefined);
    const sequence = this.nextSequence;
    this.nextSequence += 1;
    this.documents.set(sequence, document);
    for (const index of this.indexes) index.add(sequence, document);
    log.put(this.id, sequence, bytes);
  }

  /** Returns false, and writes nothing, when the new document is the old one byte for byte. */
  replace([sequence, previous]: Entry, document: Document, log: WriteLog): boolean {
    const bytes = encodeStoredDocument(document);
    if (bytes.equals(encodeStoredDocument(previous))) return false;
    this.validator?.check(document, previous);
    this.rejectDuplicate(document, sequence);
    for (const index of this.indexes) {
      index.remove(sequence, previous);
      index.add(sequence, document);
    }
    this.documents.set(sequence, document);
    log.put(this.id, sequence, bytes);
    return true;
  }

  remove([sequence, document]: Entry, log: WriteLog): void {
    for (const index of this.indexes) index.remove(sequence, document);
    this.documents.delete(sequence);
    log.remove(this.id, sequence);
  }

  /** The index a filter would be answered by. */
  plan(filter: Document): IndexChoice | undefined {
    return chooseIndex(this.indexes, filter, equalityConstraints(filter));
  }

  /** A superset of the matching documents, in natural order. */
  candidates(filter: Document): Iterable<Entry> {
    const choice = this.plan(filter);
    if (!choice) return this.documents;
    const sequences = new Set<number>();
    for (const values of choice.lookups) for (const sequence of choice.index.find(values)) sequences.add(sequence);
    return [...sequences]
      .sort((left, right) => left - right)
      .map((sequence): Entry => [sequence, this.documents.get(sequence) as Document]);
  }

  /** Returns false when the index existed already. Nothing is kept when the documents break its uniqueness. */
  createIndex(specification: IndexSpecification): boolean {
    const exists = this.indexes.map((index) => isSameIndex(index.specification, specification));
    if (exists.includes(true)) return false;
    const index = new HashIndex(specification);
    for (const [sequence, document] of this.documents) {
      if (index.conflicts(document, undefined)) throw duplicateKeyError(this.namespace, specification, document);
      index.add(sequence, document);
    }
    this.indexes.push(index);
    return true;
  }

  dropIndexes(names: ReadonlySet<string>): void {
    this.indexes = this.indexes.filter((index) => !names.has(index.specification.name));
  }

  /** False for a document outside a partial index. */
  indexCovers(name: string, document: Document): boolean {
    return this.indexes.some((index) => index.specification.name === name && index.covers(document));
  }

  /** Asks every index before anything is changed, so that a refused write leaves nothing behind. */
  private rejectDuplicate(document: Document, replacedSequence: number | undefined): void {
    for (const index of this.indexes) {
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
