import { atHand } from '../cursors/open-cursors';
import type { Collection } from '../engine/collection';
import {
  ID_INDEX,
  type IndexSpecification,
  indexDocument,
  parseIndexSpecification,
} from '../engine/index-specification';
import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { valuesEqual } from '../values/compare-values';
import { isDocument } from '../values/document';
import type { Command, CommandRun } from './command';
import { arrayField, collectionName } from './command-fields';

export const createIndexes: Command = {
  fields: ['indexes'],
  writes: true,
  run(run) {
    const specifications = arrayField(run.body, 'indexes').map(parseIndexSpecification);
    const name = collectionName(run);
    const existed = run.catalog.find(run.database, name) !== undefined;
    const collection = run.catalog.findOrCreate(run.database, name);
    const before = collection.indexSpecifications.length;
    const wanted = specifications.filter((specification) => !isIdIndex(specification));
    run.catalog.createIndexes(collection, wanted);
    return {
      numIndexesBefore: before,
      numIndexesAfter: collection.indexSpecifications.length,
      createdCollectionAutomatically: !existed,
    };
  },
};

function isIdIndex(specification: IndexSpecification): boolean {
  return valuesEqual(specification.key, ID_INDEX.key);
}

export const listIndexes: Command = {
  fields: ['cursor'],
  run(run) {
    const collection = existingCollection(run);
    const documents = collection.indexSpecifications.map(indexDocument);
    return run.cursors.open(atHand(collection.namespace, documents), { batchSize: documents.length + 1 });
  },
};

export const dropIndexes: Command = {
  fields: ['index'],
  writes: true,
  run(run) {
    const collection = existingCollection(run);
    const before = collection.indexSpecifications.length;
    run.catalog.dropIndexes(collection, namesToDrop(collection, run.body.index));
    return { nIndexesWas: before };
  },
};

function existingCollection(run: CommandRun): Collection {
  const name = collectionName(run);
  const collection = run.catalog.find(run.database, name);
  if (!collection) throw new MongodbError('NamespaceNotFound', `ns does not exist: ${run.database}.${name}`);
  return collection;
}

function namesToDrop(collection: Collection, wanted: unknown): Set<string> {
  const droppable = collection.indexSpecifications.filter(({ name }) => name !== ID_INDEX.name);
  if (wanted === '*') return new Set(droppable.map(({ name }) => name));
  if (Array.isArray(wanted)) return new Set(wanted.flatMap((one) => [...namesToDrop(collection, one)]));
  if (wanted === ID_INDEX.name) throw new MongodbError('InvalidOptions', 'cannot drop _id index');
  if (typeof wanted !== 'string' && !isDocument(wanted))
    throw notImplemented('dropIndexes by something else than a name or key');
  const found = droppable.find(({ name, key }) => (isDocument(wanted) ? valuesEqual(key, wanted) : name === wanted));
  if (!found) throw new MongodbError('IndexNotFound', 'index not found with the name or key given');
  return new Set([found.name]);
}
