import { MongodbError } from '../errors/mongodb-error';
import type { Document } from '../values/document';
import type { CommandRun } from './command';
import { arrayField, booleanField } from './command-fields';

/** `maxWriteBatchSize` of a MongoDB server. */
export const MAX_WRITE_BATCH_SIZE = 100_000;

/**
 * Runs the statements of a bulk of writes. What one does wrong becomes a write error with its index; an ordered bulk
 * stops there.
 */
export function runStatements(
  run: CommandRun,
  field: string,
  runOne: (statement: Document, index: number) => void,
): Document {
  const statements = arrayField(run.body, field);
  if (statements.length === 0 || statements.length > MAX_WRITE_BATCH_SIZE) {
    throw new MongodbError('BadValue', `Write batch sizes must be between 1 and ${MAX_WRITE_BATCH_SIZE}`);
  }
  const ordered = booleanField(run.body, 'ordered', true);
  const writeErrors: Document[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      runOne(statement, index);
    } catch (error) {
      if (!(error instanceof MongodbError)) throw error;
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.details });
      if (ordered) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}
