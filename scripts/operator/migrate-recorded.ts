import type { Connection } from 'mongoose';
import { type MigrateOptions, migrate, pendingMigrations } from '../../bff/src/database/migrate';
import { auditChain } from '../../bff/src/database/migrations/2026-11-22-audit-chain';
import { noteAct } from '../../bff/src/http/act-notes';
import type { OperationRecorder } from './record-operation';

const ACTION = { action: 'operator.migrate', object: null };

/** Migrates and records it. A database without a chain gets it first: there is nothing yet that could be hidden. */
export async function migrateRecorded(
  connection: Connection,
  recorder: OperationRecorder,
  now: () => Date,
  options: MigrateOptions = {},
): Promise<string[]> {
  const pending = await pendingMigrations(connection, options.all);
  if (pending.length === 0) {
    return [];
  }
  if (pending.includes(auditChain.id)) {
    const applied = await migrate(connection, now, options);
    await recorder.record({ ...ACTION, outcome: 'done', notes: { migrations: applied.join('+') } });
    return applied;
  }
  return recorder.perform(ACTION, async () => {
    noteAct({ migrations: pending.join('+') });
    return { result: await migrate(connection, now, options) };
  });
}

/**
 * Number of the last record that nothing authenticates, which is what the database of an older program leaves; null
 * without one.
 */
export async function lastUnauthenticated(connection: Connection): Promise<number | null> {
  const [last] = await connection
    .collection<{ seq: number }>('audit_entries')
    .find({ seq: { $gt: 0 }, mac: { $exists: false } } as object)
    .sort({ seq: -1 })
    .limit(1)
    .toArray();
  return last?.seq ?? null;
}
