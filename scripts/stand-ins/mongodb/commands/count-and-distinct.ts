import { MongodbError } from '../errors/mongodb-error';
import { isIntegerLike } from '../values/document';
import { valueKey } from '../values/value-key';
import { valuesAtPath } from '../values/values-at-path';
import type { Command } from './command';
import { collectionName, countField, documentField } from './command-fields';
import { findMatching, queryEntries } from './query-collection';

export const count: Command = {
  fields: ['query', 'limit', 'skip'],
  run(run) {
    const name = collectionName(run);
    const query = { filter: documentField(run.body, 'query'), ...limits(run.body), onlyCounts: true };
    const unfiltered = Object.keys(query.filter).length === 0 && !query.skip && !query.limit;
    return {
      n: unfiltered ? (run.catalog.find(run.database, name)?.size ?? 0) : countOf(findMatching(run, name, query)),
    };
  },
};

function countOf(entries: Iterable<unknown>): number {
  let count = 0;
  for (const _ of entries) count += 1;
  return count;
}

function limits(body: { [field: string]: unknown }) {
  return { limit: countField(body, 'limit'), skip: countField(body, 'skip') };
}

export const distinct: Command = {
  fields: ['key', 'query'],
  run(run) {
    const path = run.body.key;
    if (typeof path !== 'string' || path.split('.').some(isIntegerLike)) {
      throw new MongodbError('TypeMismatch', "'key' must be a path of field names");
    }
    const values = new Map<string, unknown>();
    for (const [, document] of queryEntries(run, collectionName(run), {
      filter: documentField(run.body, 'query'),
    })) {
      const found = valuesAtPath(document, path);
      if (!found.present) continue;
      for (const value of found.values) if (value !== undefined) values.set(valueKey(value), value);
    }
    return { values: [...values.values()] };
  },
};
