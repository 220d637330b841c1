import type { Connection } from 'mongoose';
import { areas } from './areas';
import { type MigrateOptions, migrate, recordsOf as migrationModel } from './database/migrate';
import { rateCountModel } from './database/rate-counter';
import { setValidators } from './database/validators/validators';

/** Makes the models of all collections that the product writes by itself. */
export function declareCollections(connection: Connection): void {
  for (const { models } of areas) {
    models?.(connection);
  }
  rateCountModel(connection);
  migrationModel(connection);
}

/**
 * Brings a database to what this version of the program needs. Validators come first: they take what the version before writes, and
 * migrations write what only they know. Answers the migrations that were applied.
 */
export async function prepareDatabase(
  connection: Connection,
  now: () => Date,
  options: MigrateOptions = {},
): Promise<string[]> {
  declareCollections(connection);
  await setValidators(connection);
  return migrate(connection, now, options);
}
