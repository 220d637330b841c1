import { connectDatabase } from '../../bff/src/database/connect';
import { pendingMigrations } from '../../bff/src/database/migrate';
import { auditSubjects } from '../../bff/src/database/migrations/2026-11-28-audit-subjects';
import { auditKeysOf } from '../audit/authentication-settings';
import { lastUnauthenticated, migrateRecorded } from './migrate-recorded';
import { operatorSettings } from './open-operation';
import { operatorOf } from './operator-name';
import { createOperationRecorder } from './record-operation';
import { setValidatorsRecorded } from './set-validators-recorded';

const LOOK_MS = 3000;

/** `npm run migrate`: brings the database to what this version of the program needs. Running it again changes nothing. */
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
    const applied = await migrateRecorded(connection, recorder, now, {
      async onHeld({ name, since, until }) {
        console.error(
          `${name} migrates since ${since.toISOString()}; waiting. If it has died, this goes on after ${until.toISOString()}.`,
        );
        await new Promise((again) => setTimeout(again, LOOK_MS));
        return true;
      },
      onBegin: (id, { number, of }) => console.error(`${number} of ${of}: ${id}`),
    });
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
  process.exitCode = 1;
});
