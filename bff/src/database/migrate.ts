import { hostname } from 'node:os';
import type { Connection } from 'mongoose';
import { findMigrationHolder, type MigrationHolder, type MigrationLock, takeMigrationLock } from './migration-lock';
import { migrations } from './migrations';
import { storedModel } from './validators/stored-model';
import { date, text } from './validators/stored-shape';

interface MigrationRecord {
  _id: string;
  appliedAt: Date;
}

export const recordsOf = storedModel<MigrationRecord>('Migration', 'migrations')({ _id: text, appliedAt: date });

/** Ids of migrations that the database still lacks, in order. */
export async function pendingMigrations(connection: Connection): Promise<string[]> {
  const applied = await recordsOf(connection).find().lean<MigrationRecord[]>();
  const done = new Set(applied.map((record) => record._id));
  return migrations.map((migration) => migration.id).filter((id) => !done.has(id));
}

/** How whoever migrates is told what goes on, and says what to do. */
export interface MigrateOptions {
  /** Somebody else migrates: true, look again. */
  readonly onHeld?: (holder: MigrationHolder) => Promise<boolean>;
  /** Before each migration. */
  readonly onBegin?: (id: string, place: { readonly number: number; readonly of: number }) => void;
}

async function takeLock(connection: Connection, now: () => Date, { onHeld }: MigrateOptions): Promise<MigrationLock> {
  for (;;) {
    const lock = await takeMigrationLock(connection, `${hostname()}:${process.pid}`, now);
    if (lock) {
      return lock;
    }
    const holder = await findMigrationHolder(connection);
    // It may have ended in between.
    if (holder && !(await onHeld?.(holder))) {
      throw new Error(`${holder.name} migrates this database since ${holder.since.toISOString()}`);
    }
  }
}

/**
 * Applies what is missing, in order, one process at a time. Each migration may run again after a crash in the middle of it and goes
 * on where work is left. @throws Error when another process migrates and is not waited for
 */
export async function migrate(
  connection: Connection,
  now: () => Date,
  options: MigrateOptions = {},
): Promise<string[]> {
  if ((await pendingMigrations(connection)).length === 0) {
    return [];
  }
  const lock = await takeLock(connection, now, options);
  try {
    // Whoever had the lock before may have done it all.
    const pending = await pendingMigrations(connection);
    for (const [index, id] of pending.entries()) {
      await lock.keep();
      options.onBegin?.(id, { number: index + 1, of: pending.length });
      await migrations.find((candidate) => candidate.id === id)?.up(connection);
      await lock.keep();
      await recordsOf(connection).updateOne({ _id: id }, { $setOnInsert: { appliedAt: now() } }, { upsert: true });
    }
    return pending;
  } finally {
    await lock.release();
  }
}
