import { findEntries } from '../engine/find-entries';
import { notImplemented } from '../errors/mongodb-error';
import type { IndexPlan, QueryPlan } from '../planning/query-plan';
import { type Document, isDocument } from '../values/document';
import type { Command } from './command';
import { collectionName, rejectUnknownFields } from './command-fields';
import { find, queryOf } from './find';
import { planOf, queryCollection } from './query-collection';

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
    const name = collectionName(findRun);
    const collection = run.catalog.find(run.database, name);
    const plan: QueryPlan = collection ? planOf(collection, query) : { kind: 'scan' };
    return {
      queryPlanner: {
        namespace: `${run.database}.${String(inner.find)}`,
        winningPlan: winningPlan(plan),
        rejectedPlans: [],
      },
      executionStats: {
        executionSuccess: true,
        nReturned: queryCollection(findRun, name, query).length,
        totalDocsExamined: collection ? [...findEntries(collection, plan, null)].length : 0,
      },
    };
  },
};

function winningPlan(plan: QueryPlan): Document {
  switch (plan.kind) {
    case 'scan':
      return { stage: 'COLLSCAN' };
    case 'union':
      return { stage: 'FETCH', inputStage: { stage: 'OR', inputStages: plan.plans.map(indexScan) } };
    default:
      return { stage: 'FETCH', inputStage: indexScan(plan.plan) };
  }
}

function indexScan({ index, reverse }: IndexPlan): Document {
  return { stage: 'IXSCAN', indexName: index.specification.name, direction: reverse ? 'backward' : 'forward' };
}
