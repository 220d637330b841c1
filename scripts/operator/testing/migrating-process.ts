import { connectDatabase } from '../../../bff/src/database/connect';
import { migrate } from '../../../bff/src/database/migrate';
import { type Migration, MigrationStopped } from '../../../bff/src/database/migration';
import { moveInBatches } from '../../../bff/src/database/move-in-batches';
import { watchMigration } from '../migration-watch';

const BATCH_MS = 80;

/** Long enough to be ended in the middle of it; how often a record was changed shows in `changes`. */
export const slowDoubling: Migration = {
  id: '2026-11-30-slow-doubling',
  up: (connection, run) =>
    moveInBatches<{ number: number; double?: number; changes?: number }>(
      connection,
      {
        async afterBatch(progress) {
          await run?.afterBatch(progress);
          await new Promise((again) => setTimeout(again, BATCH_MS));
        },
      },
      {
        collection: 'things',
        left: { double: { $exists: false } },
        change: (thing) => ({ $set: { double: thing.number * 2 }, $inc: { changes: 1 } }),
        batchSize: 10,
      },
    ),
};

/** `migrating-process.ts <address> <clock's milliseconds ahead>`: what `npm run migrate` does, with one slow migration. */
async function main([uri = '', ahead = '0']: readonly string[]): Promise<void> {
  const now = () => new Date(Date.now() + Number(ahead));
  const connection = await connectDatabase(uri);
  try {
    await migrate(connection, now, { ...watchMigration(console.log), all: [slowDoubling] });
    console.log('done');
  } finally {
    await connection.close();
  }
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error((error as Error).message);
    process.exitCode = error instanceof MigrationStopped ? 2 : 1;
  });
}
