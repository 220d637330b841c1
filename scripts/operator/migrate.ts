import { connectDatabase } from '../../bff/src/database/connect';
import { migrate } from '../../bff/src/database/migrate';
import { operatorSettings } from './open-operation';

/** `npm run migrate`: brings the database to what this version of the program needs. Running it again changes nothing. */
async function main(): Promise<void> {
  const connection = await connectDatabase(operatorSettings().MONGODB_URI);
  try {
    const applied = await migrate(connection, () => new Date());
    console.log(applied.length === 0 ? 'Nothing to do.' : `Applied: ${applied.join(', ')}`);
  } finally {
    await connection.close();
  }
}

main().catch((error: unknown) => {
  console.error(`The database was not migrated: ${(error as Error).message}`);
  process.exitCode = 1;
});
