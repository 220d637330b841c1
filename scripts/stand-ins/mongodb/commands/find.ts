import { compileFilter } from '../match/compile-filter';
import { compileProjection } from '../projection/compile-projection';
import type { Document } from '../values/document';
import type { Command, CommandRun } from './command';
import { booleanField, collectionName, countField, documentField } from './command-fields';
import { findMatching, type Query } from './query-collection';

/** Of more than these a cursor keeps the numbers only, as of what nobody has read, and reads them when they are asked for. */
const MOST_AT_HAND = 1000;

/** Reads filter, sort, skip and limit of a `find`. */
export function queryOf({ body }: CommandRun): Query {
  return {
    filter: documentField(body, 'filter'),
    sort: documentField(body, 'sort'),
    skip: countField(body, 'skip'),
    limit: countField(body, 'limit'),
  };
}

export const find: Command = {
  fields: ['filter', 'sort', 'projection', 'skip', 'limit', 'batchSize', 'singleBatch'],
  run(run) {
    const name = collectionName(run);
    const project = compileProjection(documentField(run.body, 'projection'));
    const query = queryOf(run);
    const found: (Document | number)[] = [];
    for (const [sequence, document] of findMatching(run, name, query)) {
      found.push(document && found.length < MOST_AT_HAND ? document : sequence);
    }
    const collection = run.catalog.find(run.database, name);
    const matches = compileFilter(query.filter);
    // As a server's cursor it passes over what was removed or changed so that it does not match any more.
    const read = (one: unknown): Document | undefined => {
      if (typeof one !== 'number') return one as Document;
      const document = collection?.read(one);
      return document && matches(document) ? document : undefined;
    };
    return run.cursors.open(
      { namespace: `${run.database}.${name}`, found, read, present: project },
      { batchSize: countField(run.body, 'batchSize'), singleBatch: booleanField(run.body, 'singleBatch') },
    );
  },
};
