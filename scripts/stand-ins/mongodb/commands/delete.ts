import { MongodbError } from '../errors/mongodb-error';
import type { Command } from './command';
import { collectionName, countField, documentField, rejectUnknownStatementFields } from './command-fields';
import { queryCollection } from './query-collection';
import { runStatements } from './write-statements';

export const deleteCommand: Command = {
  fields: ['deletes', 'ordered'],
  writes: true,
  run(run) {
    const name = collectionName(run);
    const collection = run.catalog.find(run.database, name);
    let removed = 0;
    const outcome = runStatements(run, 'deletes', (statement) => {
      rejectUnknownStatementFields(statement, ['q', 'limit'], 'a delete');
      const limit = countField(statement, 'limit');
      if (limit !== 0 && limit !== 1)
        throw new MongodbError('FailedToParse', 'The limit field in delete must be 0 or 1');
      for (const entry of queryCollection(run, name, { filter: documentField(statement, 'q'), limit })) {
        collection?.remove(entry);
        removed += 1;
      }
    });
    return { n: removed, ...outcome };
  },
};
