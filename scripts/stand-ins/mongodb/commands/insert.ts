import { ObjectId, type Timestamp } from 'bson';
import { notImplemented } from '../errors/mongodb-error';
import type { Document } from '../values/document';
import { typeOf } from '../values/value-type';
import type { Command } from './command';
import { collectionName } from './command-fields';
import { runStatements } from './write-statements';

export const insert: Command = {
  fields: ['documents', 'ordered'],
  writes: true,
  run(run) {
    const collection = run.catalog.findOrCreate(run.database, collectionName(run));
    let inserted = 0;
    const outcome = runStatements(run, 'documents', (document) => {
      rejectUnstorableNames(document);
      collection.insert(withIdFirst(document));
      inserted += 1;
    });
    return { n: inserted, ...outcome };
  },
};

/** A server puts `_id` in front, and makes one when there is none. */
export function withIdFirst(document: Document): Document {
  if (Object.keys(document)[0] === '_id') return document;
  const { _id, ...rest } = document;
  return { _id: _id ?? (Object.hasOwn(document, '_id') ? null : new ObjectId()), ...rest };
}

/** Names that a server stores but that its own operators cannot reach, and values it replaces while storing. */
export function rejectUnstorableNames(document: Document): void {
  for (const [field, value] of Object.entries(document)) {
    if (field.startsWith('$') || field.includes('.')) throw notImplemented(`storing a field called '${field}'`);
    if (typeOf(value) === 'timestamp' && (value as Timestamp).isZero()) {
      throw notImplemented(`storing the zero timestamp in '${field}'`);
    }
  }
}
