import type { Connection } from 'mongoose';
import { pendingMigrations } from './migrate';
import { findRestoreHold } from './restore-hold';

/** Why nobody must be served from this database yet, as the log says it. */
export interface Unreadiness {
  readonly why: string;
  /** Migrations that it lacks. */
  readonly pending?: readonly string[];
}

/** Null: it is ready. */
export async function unreadiness(connection: Connection): Promise<Unreadiness | null> {
  if (connection.readyState !== 1) {
    return { why: 'the database is not connected' };
  }
  const pending = await pendingMigrations(connection);
  if (pending.length > 0) {
    return { why: 'the database is older than this program: run `npm run migrate`', pending };
  }
  return (await findRestoreHold(connection))
    ? { why: 'the database was put back from a copy: run `npm run restore -- --release`' }
    : null;
}
