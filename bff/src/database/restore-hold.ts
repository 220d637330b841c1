import type { Connection } from 'mongoose';

/**
 * What says that a database was put back from a copy: jobs that waited in the copy may have been done after it was made.
 * `restoring`, `held`: no job runs. `catching-up`: all run but messages, so that what the gateway and the authorities know comes
 * back; nobody is told again what they were told before. Nothing is swept before it is gone.
 */
export interface RestoreHold {
  readonly _id: 'restored';
  readonly stage: 'restoring' | 'held' | 'catching-up';
  /** When the copy was made: what was done after it is not known here. */
  readonly copiedAt: Date;
  readonly heldSince: Date;
}

/** Only the operator's commands write it. */
export const RESTORE_HOLDS = 'restore_holds';
const HOLD_ID = 'restored';
/** Finds the hold. */
export const isThisHold = { _id: HOLD_ID } as const;

const holdsOf = (connection: Pick<Connection, 'collection'>) => connection.collection<RestoreHold>(RESTORE_HOLDS);

export const findRestoreHold = (connection: Connection): Promise<RestoreHold | null> =>
  holdsOf(connection).findOne({ _id: HOLD_ID });

/** The first write of a restoring: nothing that is put back can be taken up in the middle of it. */
export async function holdRestored(
  connection: Connection,
  times: Pick<RestoreHold, 'copiedAt' | 'heldSince'>,
): Promise<void> {
  await holdsOf(connection).insertOne({ _id: HOLD_ID, stage: 'restoring', ...times });
}

export async function moveRestoreHold(connection: Connection, stage: RestoreHold['stage']): Promise<void> {
  await holdsOf(connection).updateOne({ _id: HOLD_ID }, { $set: { stage } });
}

export async function endRestoreHold(connection: Connection): Promise<void> {
  await holdsOf(connection).deleteOne({ _id: HOLD_ID });
}
