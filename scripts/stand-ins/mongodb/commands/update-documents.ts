import { ObjectId } from 'bson';
import type { Collection, Entry } from '../engine/collection';
import { ArrayPositions } from '../match/array-positions';
import type { Matcher } from '../match/compile-filter';
import { applyUpdate } from '../update/apply-update';
import type { CompiledUpdate } from '../update/compile-update';
import { upsertDocument } from '../update/upsert-document';
import type { Document } from '../values/document';
import type { CommandRun } from './command';
import { rejectUnstorableNames, withIdFirst } from './insert';

/** Applies an update to one found document. Answers the new document, and whether anything changed. */
export function updateEntry(
  run: CommandRun,
  collection: Collection,
  entry: Entry,
  matches: Matcher,
  update: CompiledUpdate,
): { document: Document; modified: boolean } {
  const positions = new ArrayPositions();
  // Asked again, this time for the positions that the positional operator stands for.
  matches(entry[1], positions);
  const document = applyUpdate(entry[1], update, { positions, inserting: false, now: run.now() });
  rejectUnstorableNames(document);
  return { document, modified: collection.replace(entry, document) };
}

/** Inserts what an upsert that found nothing makes of its filter and update. */
export function insertByUpsert(
  run: CommandRun,
  collection: Collection,
  filter: Document,
  update: CompiledUpdate,
): Document {
  const start = upsertDocument(filter, update.kind === 'replacement');
  const made = applyUpdate(start, update, { positions: undefined, inserting: true, now: run.now() });
  const document = withIdFirst(Object.hasOwn(made, '_id') ? made : { _id: new ObjectId(), ...made });
  rejectUnstorableNames(document);
  collection.insert(document);
  return document;
}
