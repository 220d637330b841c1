import type { UpdateQuery } from 'mongoose';
import type { JobOutcome } from '../../jobs/job-handler';
import { openTaskEntry } from '../../jobs/task-jobs';
import { findCheck } from './find-checks';
import type { IdentityCheckModel, IdentityCheckRecord } from './identity-check.model';

/** Job: a check that is still open at the time that was promised is a task for the reviewers. */
export async function checkIdentityPromise(
  { identityChecks, now }: { readonly identityChecks: IdentityCheckModel; readonly now: () => Date },
  checkId: string,
): Promise<JobOutcome> {
  const { _id, state, promisedBy } = await findCheck(identityChecks, checkId);
  if (state !== 'open') {
    return undefined;
  }
  const at = now();
  if (promisedBy > at) {
    return { again: promisedBy };
  }
  const facts = { promisedBy: promisedBy.toISOString() };
  const task = openTaskEntry({ kind: 'identity-check-overdue', facts, redo: null }, at);
  // Decided meanwhile: then there is nothing to open.
  await identityChecks.updateOne({ _id, state }, { $push: { outbox: task } } as UpdateQuery<IdentityCheckRecord>);
  return undefined;
}
