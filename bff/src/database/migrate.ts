import { type Connection, Schema } from 'mongoose';
import { migrations } from './migrations';

interface MigrationRecord {
  _id: string;
  appliedAt: Date;
}

const migrationSchema = new Schema<MigrationRecord>(
  { _id: String, appliedAt: Date },
  { versionKey: false, collection: 'migrations' },
);

const recordsOf = (connection: Connection) =>
  connection.models.Migration ?? connection.model<MigrationRecord>('Migration', migrationSchema);

/** Ids of migrations that the database still lacks, in order. */
export async function pendingMigrations(connection: Connection): Promise<string[]> {
  const applied = await recordsOf(connection).find().lean<MigrationRecord[]>();
  const done = new Set(applied.map((record) => record._id));
  return migrations.map((migration) => migration.id).filter((id) => !done.has(id));
}

/** Applies what is missing, in order. Each migration may run again after a crash in the middle of it. */
export async function migrate(connection: Connection, now: () => Date): Promise<string[]> {
  const pending = await pendingMigrations(connection);
  for (const id of pending) {
    const migration = migrations.find((candidate) => candidate.id === id);
    await migration?.up(connection);
    await recordsOf(connection).updateOne({ _id: id }, { $setOnInsert: { appliedAt: now() } }, { upsert: true });
  }
  return pending;
}
