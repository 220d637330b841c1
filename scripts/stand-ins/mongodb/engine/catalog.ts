import { MongodbError } from '../errors/mongodb-error';
import type { DocumentStore } from '../storage/document-store';
import type { Document } from '../values/document';
import { Collection } from './collection';
import { DocumentValidator } from './document-validator';
import { ID_INDEX, type IndexSpecification, indexDocument, parseIndexSpecification } from './index-specification';
import type { WriteLog } from './write-log';

/** All databases and collections of the server. */
export class Catalog {
  private readonly databases = new Map<string, Map<string, Collection>>();
  private nextCollectionId = 1;

  /** Reads everything a store holds. */
  static load(store: DocumentStore): Catalog {
    const catalog = new Catalog();
    for (const { collectionId, description } of store.readCollections()) {
      const collection = catalog.register(collectionId, String(description.database), String(description.name));
      for (const index of description.indexes as Document[]) {
        if (index.name !== ID_INDEX.name) collection.createIndex(parseIndexSpecification(index));
      }
      if (description.options) collection.validator = new DocumentValidator(description.options as Document);
      for (const { sequence, document } of store.readDocuments(collectionId)) collection.restore(sequence, document);
    }
    return catalog;
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
  findOrCreate(database: string, name: string, log: WriteLog): Collection {
    return this.find(database, name) ?? this.create(database, name, log);
  }

  create(database: string, name: string, log: WriteLog): Collection {
    checkNamespace(database, name);
    const collection = this.register(this.nextCollectionId, database, name);
    this.describe(collection, log);
    return collection;
  }

  drop(database: string, name: string, log: WriteLog): void {
    const collections = this.databases.get(database);
    const collection = collections?.get(name);
    if (!collections || !collection) return;
    collections.delete(name);
    if (collections.size === 0) this.databases.delete(database);
    for (const [sequence] of collection.entries()) log.remove(collection.id, sequence);
    log.dropCollection(collection.id);
  }

  /** All of them or, when one cannot be made, none. */
  createIndexes(collection: Collection, specifications: readonly IndexSpecification[], log: WriteLog): void {
    const made = new Set<string>();
    try {
      for (const specification of specifications) {
        if (collection.createIndex(specification)) made.add(specification.name);
      }
    } catch (error) {
      collection.dropIndexes(made);
      throw error;
    }
    if (made.size > 0) this.describe(collection, log);
  }

  dropIndexes(collection: Collection, names: ReadonlySet<string>, log: WriteLog): void {
    collection.dropIndexes(names);
    this.describe(collection, log);
  }

  setValidator(collection: Collection, validator: DocumentValidator, log: WriteLog): void {
    collection.validator = validator;
    this.describe(collection, log);
  }

  private describe(collection: Collection, log: WriteLog): void {
    const dot = collection.namespace.indexOf('.');
    log.describeCollection(collection.id, {
      database: collection.namespace.slice(0, dot),
      name: collection.namespace.slice(dot + 1),
      indexes: collection.indexSpecifications.map(indexDocument),
      ...(collection.validator && { options: collection.validator.options }),
    });
  }

  private register(id: number, database: string, name: string): Collection {
    const collections = this.databases.get(database) ?? new Map<string, Collection>();
    this.databases.set(database, collections);
    const collection = new Collection(id, `${database}.${name}`);
    collections.set(name, collection);
    this.nextCollectionId = Math.max(this.nextCollectionId, id + 1);
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
