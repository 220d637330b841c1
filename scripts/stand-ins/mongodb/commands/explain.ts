import { notImplemented } from '../errors/mongodb-error';
import { type Document, isDocument } from '../values/document';
import type { Command } from './command';
import { collectionName, rejectUnknownFields } from './command-fields';
import { find, queryOf } from './find';
import { queryCollection } from './query-collection';

/** Says whether a `find` uses an index, in the shape of a server's queryPlanner and executionStats. */
export const explain: Command = {
  fields: ['verbosity'],
  run(run) {
    const inner = run.body.explain;
    if (!isDocument(inner) || Object.keys(inner)[0] !== 'find')
      throw notImplemented('explain of something else than find');
    const findRun = { ...run, name: 'find', body: inner };
    rejectUnknownFields(findRun, find);
    const query = queryOf(findRun);
    const collection = run.catalog.find(run.database, collectionName(findRun));
    const choice = collection?.plan(query.filter);
    const plan: Document = choice
      ? { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: choice.index.specification.name } }
      : { stage: 'COLLSCAN' };
    return {
      queryPlanner: { namespace: `${run.database}.${String(inner.find)}`, winningPlan: plan, rejectedPlans: [] },
      executionStats: {
        executionSuccess: true,
        nReturned: queryCollection(collection, query).length,
        totalDocsExamined: [...(collection?.candidates(query.filter) ?? [])].length,
      },
    };
  },
};
