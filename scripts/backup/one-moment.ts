import type { mongo } from 'mongoose';
import { RESTORE_HOLDS } from '../../bff/src/database/restore-hold';

/** How a database is read so that all its collections are seen as they were at one moment. */
export interface Moment {
  /** Null where the server cannot: what is read then is of the time in which it is read. */
  readonly session: mongo.ClientSession | null;
  end(): Promise<void>;
}

/** What a server says of itself: only a member of a replica set, or a mongos, keeps what was. */
export const keepsMoments = ({ setName, msg }: { readonly setName?: unknown; readonly msg?: unknown }): boolean =>
  typeof setName === 'string' || msg === 'isdbgrid';

/**
 * Begins a snapshot session: its first read, made here, fixes the cluster time (`atClusterTime`) of all that follow. Collections
 * are listed after it, so that none of that moment is missed.
 */
export async function beginMoment(client: mongo.MongoClient): Promise<Moment> {
  const database = client.db();
  const words = await database.admin().command({ isMaster: 1 });
  if (!keepsMoments(words)) {
    return { session: null, end: async () => undefined };
  }
  const session = client.startSession({ snapshot: true });
  await database.collection(RESTORE_HOLDS).findOne({}, { session });
  return { session, end: () => session.endSession() };
}
