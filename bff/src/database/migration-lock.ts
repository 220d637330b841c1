import { randomUUID } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';
import { isDuplicateKey } from './duplicate-key';

/** Who migrates a database now. */
export interface MigrationHolder {
  /** Machine and process, as whoever waits reads it. */
  readonly name: string;
  readonly since: Date;
  /** Without a renewal until then it is taken to have died. */
  readonly until: Date;
}

interface LockRecord extends MigrationHolder {
  readonly _id: 'migrations';
  readonly token: string;
}

export interface MigrationLock {
  /** @throws Error when somebody else has taken it over: nothing more may be written */
  keep(): Promise<void>;
  release(): Promise<void>;
}

const LOCK_ID = 'migrations';
const LEASE_MS = 60_000;
const RENEW_MS = 15_000;

const locksOf = (connection: Connection): mongo.Collection<LockRecord> =>
  connection.collection<LockRecord>('migration_locks') as unknown as mongo.Collection<LockRecord>;

export const findMigrationHolder = (connection: Connection): Promise<MigrationHolder | null> =>
  locksOf(connection).findOne({ _id: LOCK_ID });

/** Takes the lock where nobody has it, or its holder has died; null: somebody has it. */
export async function takeMigrationLock(
  connection: Connection,
  name: string,
  now: () => Date,
): Promise<MigrationLock | null> {
  const locks = locksOf(connection);
  const token = randomUUID();
  const lease = (at: Date) => new Date(at.getTime() + LEASE_MS);
  const at = now();
  try {
    await locks.updateOne(
      { _id: LOCK_ID, until: { $lte: at } },
      { $set: { name, token, since: at, until: lease(at) } },
      { upsert: true },
    );
  } catch (error) {
    if (isDuplicateKey(error)) {
      return null;
    }
    throw error;
  }
  const renew = async () =>
    (await locks.updateOne({ _id: LOCK_ID, token }, { $set: { until: lease(now()) } })).matchedCount;
  const renewal = setInterval(() => {
    // What fails here shows in `keep`.
    renew().catch(() => undefined);
  }, RENEW_MS);
  renewal.unref();
  return {
    async keep() {
      if ((await renew()) !== 1) {
        throw new Error('another process has taken the migrating over, because this one was not heard of for a minute');
      }
    },
    async release() {
      clearInterval(renewal);
      await locks.deleteOne({ _id: LOCK_ID, token });
    },
  };
}
