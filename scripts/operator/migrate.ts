import { connectDatabase } from '../../bff/src/database/connect';
import { pendingMigrations } from '../../bff/src/database/migrate';
import { MigrationStopped } from '../../bff/src/database/migration';
import { auditSubjects } from '../../bff/src/database/migrations/2026-11-28-audit-subjects';
import { auditKeysOf } from '../audit/authentication-settings';
import { lastUnauthenticated, migrateRecorded } from './migrate-recorded';
import { watchMigration } from './migration-watch';
import { operatorSettings } from './open-operation';
import { operatorOf } from './operator-name';
import { createOperationRecorder } from './record-operation';
import { setValidatorsRecorded } from './set-validators-recorded';

/**
 * `npm run migrate`: brings the database to what this version of the program needs. Running it again changes nothing. Exit code 0:
 * done; 1: failed; 2: stopped by a signal at the end of a batch, the same command goes on from there.
 */
async function main(): Promise<void> {
  const settings = operatorSettings();
  const operator = operatorOf(process.argv.slice(2));
  const now = () => new Date();
  const connection = await connectDatabase(settings.MONGODB_URI);
  try {
    const isOlder = (await pendingMigrations(connection)).includes(auditSubjects.id);
    const before = isOlder ? await lastUnauthenticated(connection) : null;
    const recorder = createOperationRecorder(connection, auditKeysOf(settings.AUDIT_KEYS).newest, { operator, now });
    const validators = await setValidatorsRecorded(connection, recorder);
    const applied = await migrateRecorded(connection, recorder, now, watchMigration(console.error));
    await recorder.close();
    if (validators.length > 0) {
      console.log(`Validators of the database set: ${validators.join(', ')}`);
    }
    console.log(applied.length === 0 ? 'Nothing to do.' : `Applied: ${applied.join(', ')}`);
    if (before !== null) {
      console.log(
        `Audit records up to ${before} are from before they were authenticated: set AUDIT_AUTHENTICATED_FROM=${before + 1}, ` +
          'or what is the number then when no process of the older program runs any more. It is never raised again.',
      );
    }
  } finally {
    await connection.close();
  }
}

main().catch((error: unknown) => {
  console.error(`The database was not migrated: ${(error as Error).message}`);
  process.exitCode = error instanceof MigrationStopped ? 2 : 1;
});
