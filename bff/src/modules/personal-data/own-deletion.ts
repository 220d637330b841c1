import { AppError, type DeletionOutlook } from '@acceptance/shared';
import { isDuplicateKey } from '../../database/duplicate-key';
import { outboxEntry } from '../../database/outbox';
import { type ProofDependencies, proveSelf } from '../auth';
import type { CertificateModel } from '../certificates';
import type { OrderModel } from '../orders';
import { type AccountDeletionModel, type AccountDeletionRecord, DELETION_WAITING_DAYS } from './account-deletion.model';
import { DELETION_JOBS } from './personal-data-jobs';

import { countLiveOrders, countValidCertificates, settledOrders } from './retention';

export interface DeletionDependencies {
  readonly accountDeletions: AccountDeletionModel;
  readonly orders: OrderModel;
  readonly certificates: CertificateModel;
}

const DAY_MS = 86_400_000;

const findScheduled = ({ accountDeletions }: DeletionDependencies, accountId: string) =>
  accountDeletions.findOne({ openFor: accountId }).lean<AccountDeletionRecord>();

/** When an account will be deleted, or null. */
export const deletionDueAt = async (dependencies: DeletionDependencies, accountId: string): Promise<string | null> =>
  (await findScheduled(dependencies, accountId))?.dueAt.toISOString() ?? null;

/** What deleting one's account means now. */
export async function readDeletion(
  dependencies: DeletionDependencies,
  accountId: string,
  now: Date,
): Promise<DeletionOutlook> {
  return {
    dueAt: await deletionDueAt(dependencies, accountId),
    liveOrders: await countLiveOrders(dependencies, accountId),
    validCertificates: await countValidCertificates(dependencies, accountId, now),
    retainedOrders: (await settledOrders(dependencies, accountId)).retained.length,
    waitingDays: DELETION_WAITING_DAYS,
  };
}

/** A certificate outlives the account: whoever leaves ends it first. @throws AppError personal_data.certificates_valid */
async function refuseValidCertificates(needs: DeletionDependencies, accountId: string, now: Date): Promise<void> {
  const valid = await countValidCertificates(needs, accountId, now);
  if (valid > 0) {
    throw new AppError('personal_data.certificates_valid', { details: { count: valid } });
  }
}

/**
 * Schedules the deletion of one's account.
 * @throws AppError auth.code_*, personal_data.orders_live, personal_data.certificates_valid,
 * personal_data.deletion_scheduled
 */
export async function requestDeletion(
  dependencies: DeletionDependencies & ProofDependencies,
  { accountId, code, now }: { accountId: string; code: string; now: Date },
): Promise<DeletionOutlook> {
  const { accountDeletions } = dependencies;
  const count = await countLiveOrders(dependencies, accountId);
  if (count > 0) {
    throw new AppError('personal_data.orders_live', { details: { count } });
  }
  await refuseValidCertificates(dependencies, accountId, now);
  await proveSelf(dependencies, { accountId, code, now });
  const dueAt = new Date(now.getTime() + DELETION_WAITING_DAYS * DAY_MS);
  try {
    await accountDeletions.create({
      accountId,
      openFor: accountId,
      state: 'scheduled',
      requestedAt: now,
      dueAt,
      settledAt: null,
      outbox: [outboxEntry(DELETION_JOBS.tellScheduled, now), outboxEntry(DELETION_JOBS.deleteAccount, dueAt)],
    });
  } catch (error) {
    throw isDuplicateKey(error) ? new AppError('personal_data.deletion_scheduled') : error;
  }
  return readDeletion(dependencies, accountId, now);
}

/** Takes the wish back; without one nothing changes. */
export async function cancelDeletion(
  dependencies: DeletionDependencies,
  accountId: string,
  now: Date,
): Promise<DeletionOutlook> {
  await dependencies.accountDeletions.updateOne(
    { openFor: accountId, state: 'scheduled' },
    {
      $set: { state: 'cancelled', settledAt: now },
      $unset: { openFor: 1 },
      $pull: { outbox: { job: DELETION_JOBS.deleteAccount.name } },
    },
  );
  return readDeletion(dependencies, accountId, now);
}
