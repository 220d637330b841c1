import { compileProjection } from '../projection/compile-projection';
import type { Command, CommandRun } from './command';
import { booleanField, collectionName, countField, documentField } from './command-fields';
import { type Query, queryCollection } from './query-collection';

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
    const entries = queryCollection(run, name, queryOf(run));
    return run.cursors.open(
      {
        namespace: `${run.database}.${name}`,
        documents: entries.map(([, document]) => document),
        present: project,
      },
      { batchSize: countField(run.body, 'batchSize'), singleBatch: booleanField(run.body, 'singleBatch') },
    );
  },
};
