import type { QueryFilter, UpdateQuery } from 'mongoose';
import type { OutboxEntry } from '../../database/outbox';
import { settleTaskEntry } from '../../jobs/task-jobs';
import { type FileModel, releasePhotos } from '../files';
import type { IdentityCheckModel, IdentityCheckRecord } from './identity-check.model';

export interface SettleDependencies {
  readonly identityChecks: IdentityCheckModel;
  readonly files: FileModel;
}

export type Ending = Pick<IdentityCheckRecord, 'state'> &
  Partial<Pick<IdentityCheckRecord, 'decidedBy' | 'refusal'>> & { readonly tell?: readonly OutboxEntry[] };

/** What ends the task that the check was late, if there is one. */
const endOfTask = ({ promisedBy }: IdentityCheckRecord, outcome: string, now: Date): OutboxEntry[] =>
  promisedBy <= now ? [settleTaskEntry({ kind: 'identity-check-overdue', outcome }, now)] : [];

/**
 * The one end of a check: it is open no more, its photos are the order's alone, and a task about it is settled. Null when
 * it does not match `where` any more.
 */
export async function settleCheck(
  { identityChecks, files }: SettleDependencies,
  check: IdentityCheckRecord,
  where: QueryFilter<IdentityCheckRecord>,
  { tell = [], ...ending }: Ending,
  now: Date,
): Promise<IdentityCheckRecord | null> {
  const update = {
    $set: { ...ending, settledAt: now },
    $unset: { openFor: 1, confirming: 1 },
    $inc: { revision: 1 },
    $push: { outbox: { $each: [...tell, ...endOfTask(check, ending.state, now)] } },
  } as UpdateQuery<IdentityCheckRecord>;
  const settled = await identityChecks
    .findOneAndUpdate({ ...where, _id: check._id, state: 'open' }, update, { returnDocument: 'after' })
    .lean<IdentityCheckRecord>();
  if (settled) {
    await releasePhotos(files, check._id.toHexString());
  }
  return settled;
}

/** Nobody is confirming it at this moment. */
export const UNDECIDED = { confirming: { $exists: false } } as const;

/** Ends a check that nobody needs any more: the person was verified otherwise, or took the application back. */
export async function closeOpenCheck(
  dependencies: SettleDependencies,
  which: { readonly accountId: string; readonly orderId?: string },
  now: Date,
): Promise<void> {
  const { accountId, orderId } = which;
  const open = await dependencies.identityChecks
    .findOne({ openFor: accountId, ...(orderId && { orderId }) })
    .lean<IdentityCheckRecord>();
  if (open) {
    // A confirmation under way finds the account as it is and ends the check itself.
    await settleCheck(dependencies, open, UNDECIDED, { state: 'closed' }, now);
  }
}
