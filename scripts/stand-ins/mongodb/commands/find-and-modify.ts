import { MongodbError } from '../errors/mongodb-error';
import { compileFilter } from '../match/compile-filter';
import { compileProjection } from '../projection/compile-projection';
import { compileUpdate } from '../update/compile-update';
import type { Document } from '../values/document';
import type { Command, CommandRun } from './command';
import { booleanField, collectionName, documentField } from './command-fields';
import { queryCollection } from './query-collection';
import { insertByUpsert, updateEntry } from './update-documents';

export const findAndModify: Command = {
  fields: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'arrayFilters'],
  writes: true,
  run(run) {
    const remove = booleanField(run.body, 'remove');
    if (remove === (run.body.update !== undefined)) {
      throw new MongodbError('FailedToParse', 'Either an update or remove=true must be specified, not both');
    }
    const project = compileProjection(documentField(run.body, 'fields'));
    const { value, lastErrorObject } = remove ? removeOne(run) : updateOne(run);
    return { lastErrorObject, value: value ? project(value) : null };
  },
};

interface Outcome {
  value: Document | undefined;
  lastErrorObject: Document;
}

function findOne(run: CommandRun) {
  const name = collectionName(run);
  const collection = run.catalog.find(run.database, name);
  const query = { filter: documentField(run.body, 'query'), sort: documentField(run.body, 'sort'), limit: 1 };
  const [entry] = queryCollection(run, name, query);
  return collection && entry ? { collection, entry } : undefined;
}

function removeOne(run: CommandRun): Outcome {
  if (booleanField(run.body, 'upsert') || booleanField(run.body, 'new')) {
    throw new MongodbError('FailedToParse', "Cannot specify 'upsert' or 'new' along with remove=true");
  }
  const found = findOne(run);
  if (!found) return { value: undefined, lastErrorObject: { n: 0 } };
  found.collection.remove(found.entry);
  return { value: found.entry[1], lastErrorObject: { n: 1 } };
}

function updateOne(run: CommandRun): Outcome {
  const update = compileUpdate(run.body.update, run.body.arrayFilters);
  const filter = documentField(run.body, 'query');
  const wantsNew = booleanField(run.body, 'new');
  const found = findOne(run);
  if (found) {
    const { document } = updateEntry(run, found.collection, found.entry, compileFilter(filter), update);
    return { value: wantsNew ? document : found.entry[1], lastErrorObject: { n: 1, updatedExisting: true } };
  }
  if (!booleanField(run.body, 'upsert')) return { value: undefined, lastErrorObject: { n: 0, updatedExisting: false } };
  const collection = run.catalog.findOrCreate(run.database, collectionName(run));
  const document = insertByUpsert(run, collection, filter, update);
  return {
    value: wantsNew ? document : undefined,
    lastErrorObject: { n: 1, updatedExisting: false, upserted: document._id },
  };
}
