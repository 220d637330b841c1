import { MongodbError } from '../errors/mongodb-error';
import { compileFilter } from '../match/compile-filter';
import { compileUpdate } from '../update/compile-update';
import type { Document } from '../values/document';
import type { Command, CommandRun } from './command';
import { booleanField, collectionName, documentField, rejectUnknownStatementFields } from './command-fields';
import { queryCollection } from './query-collection';
import { insertByUpsert, updateEntry } from './update-documents';
import { runStatements } from './write-statements';

interface Counts {
  matched: number;
  modified: number;
  upserted: Document[];
}

export const update: Command = {
  fields: ['updates', 'ordered'],
  writes: true,
  run(run) {
    const counts: Counts = { matched: 0, modified: 0, upserted: [] };
    const outcome = runStatements(run, 'updates', (statement, index) => runUpdate(run, statement, index, counts));
    return {
      n: counts.matched + counts.upserted.length,
      nModified: counts.modified,
      ...(counts.upserted.length > 0 ? { upserted: counts.upserted } : {}),
      ...outcome,
    };
  },
};

function runUpdate(run: CommandRun, statement: Document, index: number, counts: Counts): void {
  rejectUnknownStatementFields(statement, ['q', 'u', 'multi', 'upsert', 'arrayFilters'], 'an update');
  const filter = documentField(statement, 'q');
  const multi = booleanField(statement, 'multi');
  const compiled = compileUpdate(statement.u, statement.arrayFilters);
  if (multi && compiled.kind === 'replacement') {
    throw new MongodbError('FailedToParse', 'multi update is not supported for replacement-style update');
  }
  const name = collectionName(run);
  const upsert = booleanField(statement, 'upsert');
  const existing = run.catalog.find(run.database, name);
  const entries = queryCollection(run, name, { filter, limit: multi ? undefined : 1 });
  if (existing) {
    const matches = compileFilter(filter);
    for (const entry of entries) {
      const { modified } = updateEntry(run, existing, entry, matches, compiled);
      counts.matched += 1;
      counts.modified += Number(modified);
    }
  }
  if (entries.length > 0 || !upsert) return;
  const collection = run.catalog.findOrCreate(run.database, name);
  counts.upserted.push({ index, _id: insertByUpsert(run, collection, filter, compiled)._id });
}
