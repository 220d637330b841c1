import { hostname } from 'node:os';
import type { Connection } from 'mongoose';
import { type Migration, type MigrationProgress, MigrationStopped } from './migration';
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
export async function pendingMigrations(
  connection: Connection,
  all: readonly Migration[] = migrations,
): Promise<string[]> {
  const applied = await recordsOf(connection).find().lean<MigrationRecord[]>();
  const done = new Set(applied.map((record) => record._id));
  return all.map((migration) => migration.id).filter((id) => !done.has(id));
}

/** How whoever migrates is told what goes on, and says what to do. */
export interface MigrateOptions {
  /** Somebody else migrates: true, look again. */
  readonly onHeld?: (holder: MigrationHolder) => Promise<boolean>;
  /** Before each migration. */
  readonly onBegin?: (id: string, place: { readonly number: number; readonly of: number }) => void;
  /** After each batch of a long one. */
  readonly onProgress?: (id: string, progress: MigrationProgress) => void;
  /** Asked after each batch and before each migration: true, go no further. */
  readonly shouldStop?: () => boolean;
  /** Others than those of the product. */
  readonly all?: readonly Migration[];
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
 * on where work is left. @throws Error when another process migrates and is not waited for, MigrationStopped
 */
export async function migrate(
  connection: Connection,
  now: () => Date,
  options: MigrateOptions = {},
): Promise<string[]> {
  const { all = migrations, onBegin, onProgress, shouldStop } = options;
  if ((await pendingMigrations(connection, all)).length === 0) {
    return [];
  }
  const lock = await takeLock(connection, now, options);
  const goOn = async (): Promise<void> => {
    await lock.keep();
    if (shouldStop?.()) {
      throw new MigrationStopped();
    }
  };
  try {
    // Whoever had the lock before may have done it all.
    const pending = await pendingMigrations(connection, all);
    for (const [index, id] of pending.entries()) {
      await goOn();
      onBegin?.(id, { number: index + 1, of: pending.length });
      const run = {
        async afterBatch(progress: MigrationProgress) {
          onProgress?.(id, progress);
          await goOn();
        },
      };
      await all.find((candidate) => candidate.id === id)?.up(connection, run);
      await lock.keep();
      await recordsOf(connection).updateOne({ _id: id }, { $setOnInsert: { appliedAt: now() } }, { upsert: true });
    }
    return pending;
  } finally {
    await lock.release();
  }
}
