import { MongodbError } from '../errors/mongodb-error';
import type { ArrayPositions } from '../match/array-positions';
import { valuesEqual } from '../values/compare-values';
import { cloneValue, type Document } from '../values/document';
import type { CompiledUpdate, UpdateAction } from './compile-update';
import { expandPositions } from './expand-positions';
import { locate } from './update-location';
import { applyOperator } from './update-operators';

export interface UpdateCircumstances {
  /** What the positional operator stands for; undefined when an upsert inserts. */
  readonly positions: ArrayPositions | undefined;
  readonly inserting: boolean;
  readonly now: Date;
}

/** The document after the update; the given one is not changed. Throws ImmutableField when `_id` would change. */
export function applyUpdate(document: Document, update: CompiledUpdate, circumstances: UpdateCircumstances): Document {
  const result =
    update.kind === 'replacement' ? replaced(document, update.replacement) : withOwn(document, update.actions);
  if (update.kind === 'operators') {
    for (const { operator, segments, argument } of update.actions) {
      if (operator === '$setOnInsert' && !circumstances.inserting) continue;
      const sources = { positions: circumstances.positions, arrayFilters: update.arrayFilters };
      // A server picks the elements once, by what they were before the update.
      for (const path of expandPositions(document, segments, sources)) {
        applyOperator(operator, locate(result, path), argument, circumstances.now);
      }
    }
  }
  rejectChangedId(document, result);
  return result;
}

/** A copy that shares with the document of before what is not changed: by that it is told what an update leaves alone. */
function withOwn(document: Document, actions: readonly UpdateAction[]): Document {
  const copy = { ...document };
  for (const field of new Set(actions.map(({ segments }) => segments[0] ?? ''))) {
    if (Object.hasOwn(copy, field)) copy[field] = cloneValue(copy[field]);
  }
  return copy;
}

/** The old `_id` stays, in front. */
function replaced(document: Document, replacement: Document): Document {
  const copy = cloneValue(replacement);
  return document._id === undefined ? copy : { _id: copy._id ?? document._id, ...withoutId(copy) };
}

function withoutId(document: Document): Document {
  const { _id, ...rest } = document;
  return rest;
}

function rejectChangedId(before: Document, after: Document): void {
  if (before._id === undefined || valuesEqual(before._id, after._id)) return;
  throw new MongodbError(
    'ImmutableField',
    `Performing an update on the path '_id' would modify the immutable field '_id'`,
  );
}
