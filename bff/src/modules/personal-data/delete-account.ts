import type { JobOutcome } from '../../jobs/job-handler';
import { TASK_JOBS } from '../../jobs/task-jobs';
import { type AccountModel, type AccountRecord, phoneOf } from '../account';
import {
  type AttemptDependencies,
  applicantSubject,
  distrustDevices,
  forgetAttempts,
  type SessionModel,
  type TrustedDeviceDependencies,
} from '../auth';
import type { CertificateModel } from '../certificates';
import type { FaceCheckModel } from '../face-checks';
import { deleteFilesOfAccount } from '../files';
import type { IdentityCheckModel, IdentityCheckRecord } from '../identity-checks';
import type { OrderRecord } from '../orders';
import type { PhoneChangeModel } from '../phone-changes';
import { settleSubjects, type TaskModel } from '../tasks';
import type { UkeyUnlockModel } from '../ukey-unlocks';
import type { AccountDeletionModel, AccountDeletionRecord } from './account-deletion.model';
import type { DataExportModel, DataExportRecord } from './data-export.model';
import { removeWithParts } from './export-parts';
import { type RemoveOrderDependencies, removeOrder } from './remove-order';
import { countLiveOrders, countValidCertificates, retainedUntil, settledOrders } from './retention';

export interface DeleteAccountDependencies
  extends AttemptDependencies,
    TrustedDeviceDependencies,
    RemoveOrderDependencies {
  readonly accountDeletions: AccountDeletionModel;
  readonly accounts: AccountModel;
  readonly sessions: SessionModel;
  readonly phoneChanges: PhoneChangeModel;
  readonly identityChecks: IdentityCheckModel;
  readonly faceChecks: FaceCheckModel;
  readonly ukeyUnlocks: UkeyUnlockModel;
  readonly closeOpenCheck: (accountId: string, now: Date) => Promise<void>;
  readonly tasks: TaskModel;
  readonly dataExports: DataExportModel;
  readonly certificates: CertificateModel;
  readonly now: () => Date;
}

/** Requests that were under way when the account was closed are over by then. */
const QUIET_MS = 60_000;

/** Closes the account to everybody, once; from then on no request of its owner begins. */
async function close({ accounts, now }: DeleteAccountDependencies, accountId: string): Promise<AccountRecord | null> {
  await accounts.updateOne({ _id: accountId, closedAt: { $exists: false } }, { $set: { closedAt: now() } });
  return accounts.findOne({ _id: accountId }).lean<AccountRecord>();
}

/** Something was submitted at the last moment: the account stays, and so does everything in it. */
async function reopen(
  { accounts, accountDeletions, now }: DeleteAccountDependencies,
  deletion: AccountDeletionRecord,
): Promise<void> {
  await accounts.updateOne({ _id: deletion.accountId }, { $unset: { closedAt: 1 } });
  await accountDeletions.updateOne(
    { _id: deletion._id, state: 'closing' },
    { $set: { state: 'blocked', settledAt: now() }, $unset: { openFor: 1 } },
  );
}

async function removeExports(needs: DeleteAccountDependencies, accountId: string): Promise<void> {
  const own = needs.dataExports.find({ accountId }, { _id: 1 });
  for (const { _id } of await own.lean<Pick<DataExportRecord, '_id'>[]>()) {
    await removeWithParts(needs, _id);
  }
}

/**
 * Removes the checks by staff with whatever lies at the desk about them. The open one is ended first, so that nothing opens a
 * task any more; false: one is being opened at this moment.
 */
async function removeChecks(
  { identityChecks, tasks, closeOpenCheck, now }: DeleteAccountDependencies,
  accountId: string,
): Promise<boolean> {
  await closeOpenCheck(accountId, now());
  if (await identityChecks.exists({ accountId, 'outbox.job': TASK_JOBS.openTask.name })) {
    return false;
  }
  const checks = await identityChecks.find({ accountId }, { _id: 1 }).lean<Pick<IdentityCheckRecord, '_id'>[]>();
  const subjects = checks.map(({ _id }) => `identityCheck:${_id.toHexString()}`);
  await settleSubjects(tasks, { subjects, outcome: 'closed', now: now() });
  await identityChecks.deleteMany({ accountId });
  return true;
}

/** Takes out of the account what signs somebody in or tells who it was; with retained orders their identity stays. */
async function eraseAccount(
  { accounts }: DeleteAccountDependencies,
  { _id }: AccountRecord,
  retained: readonly OrderRecord[],
): Promise<void> {
  if (retained.length === 0) {
    await accounts.deleteOne({ _id });
    return;
  }
  await accounts.updateOne(
    { _id },
    {
      // The number is free for a new account; the index on it is unique.
      $set: {
        phoneHash: `deleted:${_id.toHexString()}`,
        phone: '',
        phoneMasked: '',
        openid: null,
        unionid: null,
      },
      $unset: {
        phoneHashes: 1,
        password: 1,
        legacyPassword: 1,
        email: 1,
        emailHash: 1,
        emailHashes: 1,
        imported: 1,
        identityDraft: 1,
      },
    },
  );
}

/**
 * Job: deletes an account whose waiting time is over. First it is closed, a minute later, when no request of its owner can
 * be under way any more, it is looked at again: an application submitted meanwhile keeps it. Every step may be repeated.
 */
export async function deleteAccount(dependencies: DeleteAccountDependencies, deletionId: string): Promise<JobOutcome> {
  const { accountDeletions, orders, sessions, phoneChanges, faceChecks, ukeyUnlocks, cipher, now } = dependencies;
  await accountDeletions.updateOne({ _id: deletionId, state: 'scheduled' }, { $set: { state: 'closing' } });
  const deletion = await accountDeletions.findOne({ _id: deletionId }).lean<AccountDeletionRecord>();
  if (deletion?.state !== 'closing') {
    return undefined;
  }
  const { accountId } = deletion;
  const account = await close(dependencies, accountId);
  const quietAt = new Date((account?.closedAt ?? now()).getTime() + QUIET_MS);
  if (account && quietAt > now()) {
    return { again: quietAt };
  }
  const isNeeded =
    (await countLiveOrders(dependencies, accountId)) > 0 ||
    (await countValidCertificates(dependencies, accountId, dependencies.now())) > 0;
  if (isNeeded) {
    await reopen(dependencies, deletion);
    return undefined;
  }
  const { retained, removable } = await settledOrders(dependencies, accountId);
  for (const order of removable) {
    if (!(await removeOrder(dependencies, order)) && (await orders.exists({ _id: order._id }))) {
      return { again: now() };
    }
  }
  for (const order of retained) {
    await orders.updateOne(
      { _id: order._id },
      {
        $set: { retainedUntil: retainedUntil(order) },
        // What is kept unused is compared with nothing.
        $unset: { riskTraces: 1, riskFlagCount: 1 },
      },
    );
  }
  // By their owner, not by their orders: an upload that lost a race belongs to an order that is gone.
  const exceptOrders = retained.map(({ _id }) => _id.toHexString());
  await deleteFilesOfAccount(dependencies, { accountId, exceptOrders });
  await removeExports(dependencies, accountId);
  await phoneChanges.deleteMany({ accountId });
  await faceChecks.deleteMany({ accountId });
  await ukeyUnlocks.deleteMany({ accountId });
  if (!(await removeChecks(dependencies, accountId))) {
    return { again: new Date(now().getTime() + QUIET_MS) };
  }
  await sessions.deleteMany({ kind: 'applicant', subjectId: accountId });
  if (account?.phone) {
    const subject = applicantSubject(phoneOf(cipher, account));
    await distrustDevices(dependencies, subject);
    await forgetAttempts(dependencies, subject);
  }
  if (account) {
    await eraseAccount(dependencies, account, retained);
  }
  await accountDeletions.updateOne(
    { _id: deletion._id, state: 'closing' },
    { $set: { state: 'done', settledAt: now() }, $unset: { openFor: 1 } },
  );
  return undefined;
}
