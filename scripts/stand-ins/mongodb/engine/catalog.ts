import { MongodbError } from '../errors/mongodb-error';
import type { OrderedStore } from '../storage/ordered-store';
import { decodeDocument, encodeDocument } from '../values/bson-codec';
import type { Document } from '../values/document';
import { Collection, type Keeping } from './collection';
import { readDescription, writeDescription } from './collection-description';
import { DocumentCache } from './document-cache';
import type { DocumentValidator } from './document-validator';
import { ID_INDEX, type IndexSpecification, isSameIndex } from './index-specification';
import { OrderedIndex } from './ordered-index';
import { DESCRIPTIONS, descriptionKey, rangeOf } from './store-keys';

/** All databases and collections of the server. */
export class Catalog {
  private readonly databases = new Map<string, Map<string, Collection>>();
  private readonly keeping: Keeping;
  private nextCollectionId = 1;
  private nextIndexId = 1;

  /** Reads what collections a store holds; their documents stay there until they are asked for. */
  constructor(store: OrderedStore) {
    this.keeping = { store, cache: new DocumentCache() };
    for (const key of store.keys(rangeOf(DESCRIPTIONS))) {
      const described = readDescription(decodeDocument(store.get(key) as Uint8Array));
      const indexes = described.indexes.map(({ id, specification, traits }) => {
        this.nextIndexId = Math.max(this.nextIndexId, id + 1);
        return new OrderedIndex(store, id, specification, traits);
      });
      this.nextCollectionId = Math.max(this.nextCollectionId, described.id + 1);
      const collection = this.register(described.id, described.database, described.name, indexes);
      collection.validator = described.validator;
    }
  }

  databaseNames(): string[] {
    return [...this.databases.keys()].sort();
  }

  collections(database: string): [name: string, collection: Collection][] {
    return [...(this.databases.get(database) ?? [])];
  }

  allCollections(): Collection[] {
    return [...this.databases.values()].flatMap((collections) => [...collections.values()]);
  }

  find(database: string, name: string): Collection | undefined {
    return this.databases.get(database)?.get(name);
  }

  /** Writes make the collection they name, as on a server. */
  findOrCreate(database: string, name: string): Collection {
    return this.find(database, name) ?? this.create(database, name);
  }

  create(database: string, name: string): Collection {
    checkNamespace(database, name);
    const id = this.nextCollectionId;
    this.nextCollectionId += 1;
    const collection = this.register(id, database, name, [this.newIndex(ID_INDEX)]);
    this.describe(collection);
    return collection;
  }

  drop(database: string, name: string): void {
    const collections = this.databases.get(database);
    const collection = collections?.get(name);
    if (!collections || !collection) return;
    collection.clear();
    collections.delete(name);
    if (collections.size === 0) this.databases.delete(database);
    this.keeping.store.remove(descriptionKey(collection.id));
  }

  /** All of them or, when one cannot be made, none. */
  createIndexes(collection: Collection, specifications: readonly IndexSpecification[]): void {
    const made: OrderedIndex[] = [];
    try {
      for (const specification of specifications) {
        const all = [...collection.indexes, ...made];
        if (all.map((index) => isSameIndex(index.specification, specification)).includes(true)) continue;
        const index = this.newIndex(specification);
        collection.fill(index);
        made.push(index);
      }
    } catch (error) {
      for (const index of made) index.clear();
      throw error;
    }
    if (made.length === 0) return;
    collection.indexes = [...collection.indexes, ...made];
    this.describe(collection);
  }

  dropIndexes(collection: Collection, names: ReadonlySet<string>): void {
    for (const index of collection.indexes) if (names.has(index.specification.name)) index.clear();
    collection.indexes = collection.indexes.filter((index) => !names.has(index.specification.name));
    this.describe(collection);
  }

  setValidator(collection: Collection, validator: DocumentValidator): void {
    collection.validator = validator;
    this.describe(collection);
  }

  private newIndex(specification: IndexSpecification): OrderedIndex {
    const id = this.nextIndexId;
    this.nextIndexId += 1;
    return new OrderedIndex(this.keeping.store, id, specification);
  }

  private describe(collection: Collection): void {
    const bytes = encodeDocument(writeDescription(collection) as Document);
    this.keeping.store.put(descriptionKey(collection.id), bytes);
  }

  private register(id: number, database: string, name: string, indexes: readonly OrderedIndex[]): Collection {
    const collections = this.databases.get(database) ?? new Map<string, Collection>();
    this.databases.set(database, collections);
    const namespace = `${database}.${name}`;
    const collection = new Collection(id, namespace, this.keeping, indexes, (changed) => this.describe(changed));
    collections.set(name, collection);
    return collection;
  }
}

function checkNamespace(database: string, name: string): void {
  const validDatabase = /^[^\s/\\."$\0]{1,63}$/.test(database);
  const validName = name !== '' && !/[$\0]/.test(name) && !name.startsWith('.') && !name.startsWith('system.');
  if (!validDatabase || !validName) {
    throw new MongodbError('InvalidNamespace', `Invalid namespace specified '${database}.${name}'`);
  }
}
