import { mapEach } from '../aggregation/iterate';
import type { PipelineContext } from '../aggregation/pipeline-context';
import { runPipeline } from '../aggregation/run-pipeline';
import { atHand } from '../cursors/open-cursors';
import { notImplemented } from '../errors/mongodb-error';
import type { Command } from './command';
import { arrayField, collectionName, countField, documentField, rejectUnknownStatementFields } from './command-fields';
import { findMatching, queryEntries } from './query-collection';

export const aggregate: Command = {
  fields: ['pipeline', 'cursor'],
  run(run) {
    if (typeof run.body.aggregate !== 'string') throw notImplemented('an aggregation over a whole database');
    const name = collectionName(run);
    const cursor = documentField(run.body, 'cursor');
    rejectUnknownStatementFields(cursor, ['batchSize'], 'an aggregation cursor');
    const contextOf = (collection: string): PipelineContext => ({
      collection,
      now: run.now(),
      find: (from, query) =>
        query.onlyCounts
          ? mapEach(findMatching(run, from, query), ([, document]) => document ?? {})
          : mapEach(queryEntries(run, from, query), ([, document]) => document),
      run: (from, pipeline) => runPipeline(pipeline, contextOf(from)),
    });
    const documents = runPipeline(arrayField(run.body, 'pipeline'), contextOf(name));
    return run.cursors.open(atHand(`${run.database}.${name}`, documents), {
      batchSize: countField(cursor, 'batchSize'),
    });
  },
};
